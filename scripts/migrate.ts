import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { applyMigrations, folder, MigrationRefusal } from "./migrations";
import { sqlToSchema } from "./schema-engine";

/** Runs the work against an empty database on the same server, and drops it. */
async function withScratch<T>(databaseUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `glossa_scratch_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    return await work(url.href);
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.end();
  }
}

/** The SQL between what the migrations make and what the schema says. */
function missingMigration(databaseUrl: string) {
  return withScratch(databaseUrl, async (url) => {
    await applyMigrations(url);
    return sqlToSchema(url);
  });
}

async function create(databaseUrl: string, name: string) {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new MigrationRefusal("A migration's name is lower_case_words.");
  const sql = await missingMigration(databaseUrl);
  if (!sql) return console.log("The migrations already make what the schema says.");
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const place = path.join(folder, `${stamp}_${name}`);
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, "migration.sql"), sql);
  await writeFile(path.join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`Wrote ${path.relative(process.cwd(), place)}/migration.sql: read it before it is applied.`);
}

async function check(databaseUrl: string) {
  const sql = await missingMigration(databaseUrl);
  if (sql)
    throw new MigrationRefusal(
      `The schema has changes without a migration (npm run db:migrate -- --create NAME):\n${sql}`,
    );
}

function sentence(error: unknown): string {
  if (error instanceof MigrationRefusal) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = error instanceof Error && error.message ? error.message : code;
  if (error instanceof AggregateError || /^(E[A-Z]+|28|3D|08|57P)/.test(code) || /timeout/.test(reason)) {
    return `The database cannot be reached: ${reason || code}.`;
  }
  return error instanceof Error ? (error.stack ?? reason) : String(error);
}

const databaseUrl = process.env.DATABASE_URL ?? "";
const [task, name] = process.argv.slice(2);

try {
  if (!databaseUrl) throw new MigrationRefusal("DATABASE_URL is missing.");
  if (task === "--create") await create(databaseUrl, name ?? "");
  else if (task === "--check") await check(databaseUrl);
  else for (const applied of await applyMigrations(databaseUrl)) console.log(`Applied ${applied}`);
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
