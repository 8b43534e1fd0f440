import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bin, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { step } from "./say.mjs";

const seed = "prisma/seed/seed.ts";

export function migrate(env) {
  return step("Bringing the database up to date", () =>
    run(process.execPath, [bin.tsx, "scripts/migrate.ts"], { env }),
  );
}

async function query(databaseUrl, sql) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Writes the demo course where there is no course yet, or where a kill left it half written. */
export async function seedDemo(env, data) {
  if (env.GLOSSA_DEMO !== "1" || !existsSync(path.join(root, seed))) return;
  const begun = path.join(data, "demo-begun");
  const courses = await query(env.DATABASE_URL, 'SELECT 1 FROM "Course" LIMIT 1');
  if (courses.rowCount > 0 && !existsSync(begun)) return;
  await step("Writing the demo course", async () => {
    writeFileSync(begun, "");
    await run(process.execPath, [bin.tsx, seed], { env, failure: "The demo course could not be written." });
    rmSync(begun);
  });
}

/** Removes every table, and with them everything that was saved. */
export function emptyDatabase(databaseUrl) {
  return query(
    databaseUrl,
    "DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS graphile_worker CASCADE; CREATE SCHEMA public",
  );
}
