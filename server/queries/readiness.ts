import { readdir } from "node:fs/promises";
import path from "node:path";
import { pool } from "@/server/adapters/db";

export interface Readiness {
  ready: boolean;
  database: "reached" | "unreachable";
  /** Names of migrations in this build that the database lacks. */
  missing: string[];
}

async function knownMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

export async function readiness(): Promise<Readiness> {
  const known = await knownMigrations();
  try {
    const { rows } = await pool().query<{ migration_name: string }>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    const missing = known.filter((name) => !applied.has(name));
    return { ready: missing.length === 0, database: "reached", missing };
  } catch {
    return { ready: false, database: "unreachable", missing: known };
  }
}
