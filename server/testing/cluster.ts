import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "@/scripts/lib/embedded-postgres.mjs";
import { applyMigrations } from "@/scripts/migrations";

declare module "vitest" {
  export interface ProvidedContext {
    /** A database with every migration applied and no rows: what each test file gets a copy of. */
    templateUrl: string;
  }
}

// Nothing here outlives the run: no need to wait for the disk.
const flags = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** One PostgreSQL for the whole run, in a folder of its own, with the migrated template that files copy. */
export default async function cluster(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), "glossa-test-"));
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder, { flags });
  const end = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await applyMigrations(server.url);
    await closeToOthers(server.url);
  } catch (error) {
    // Nobody else would stop it.
    await end();
    throw error;
  }
  project.provide("templateUrl", server.url);
  return end;
}

/** A database can only be copied while nobody is connected to it. */
async function closeToOthers(url: string) {
  const admin = new pg.Client({ connectionString: url.replace(/[^/]*$/, "postgres") });
  await admin.connect();
  await admin.query("ALTER DATABASE glossa WITH ALLOW_CONNECTIONS false IS_TEMPLATE true");
  await admin.end();
}
