import { describe, expect, it } from "vitest";
import { applyMigrations, migrations } from "@/scripts/migrations";
import { sqlToSchema } from "@/scripts/schema-engine";
import { db, pool } from "@/server/adapters/db";
import { settings } from "@/server/adapters/settings";

describe("the database of a test", () => {
  it("is empty and has every migration", async () => {
    expect(await db().user.count()).toBe(0);
    const { rows } = await pool().query('SELECT migration_name FROM "_prisma_migrations" ORDER BY 1');
    expect(rows.map((row) => row.migration_name)).toEqual(migrations().map((migration) => migration.name));
  });

  it("has nothing left to migrate, and twice at once is as good as once", async () => {
    const { DATABASE_URL } = settings();
    expect(await Promise.all([applyMigrations(DATABASE_URL), applyMigrations(DATABASE_URL)])).toEqual([
      [],
      [],
    ]);
    expect(await sqlToSchema(DATABASE_URL)).toBeUndefined();
  });

  it("refuses a migration that was changed after it was applied", async () => {
    await pool().query(`UPDATE "_prisma_migrations" SET checksum = 'another'`);
    await expect(applyMigrations(settings().DATABASE_URL)).rejects.toThrow(
      /was changed after it was applied/,
    );
  });
});
