import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrateJobs } from "@/server/adapters/job-tables";

export const folder = fileURLToPath(new URL("../prisma/migrations", import.meta.url));

// One number that all who migrate agree on; it has no other meaning.
const lock = 7_268_419_001;

// Prisma's own table, so that `prisma migrate` can be used on the same database.
const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Why a database cannot be migrated, in a sentence for whoever runs it. */
export class MigrationRefusal extends Error {}

type Migration = { name: string; sql: string; checksum: string };

export function migrations(): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/** What is still to do; refuses a history that is not the beginning of ours. */
function pending(ours: Migration[], applied: Applied[]): Migration[] {
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const known = ours.find((migration) => migration.name === name);
    if (!finished_at) {
      throw new MigrationRefusal(
        `Migration ${name} was interrupted by another tool: see what of it is there, then \`prisma migrate resolve\`.`,
      );
    }
    if (!known)
      throw new MigrationRefusal(`The database is newer than this program: it has migration ${name}.`);
    if (known.checksum !== checksum) {
      throw new MigrationRefusal(
        `Migration ${name} was changed after it was applied: restore it, or \`npm run db:reset\` in development.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return ours.filter((migration) => !done.has(migration.name));
}

/**
 * Applies what is missing, in order, and gives the names. Each migration and its record are one transaction:
 * a kill in between leaves the database as it was. Two programs that start at once wait for one another.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await client.query(table);
    const applied = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    const todo = pending(migrations(), applied.rows);
    for (const migration of todo) await applyOne(client, migration);
    // What is to be done behind the pages is kept in tables of its own, which the library that does it makes.
    await migrateJobs(databaseUrl);
    return todo.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationRefusal(`Migration ${name} failed and was undone: ${reason}.`);
  }
}
