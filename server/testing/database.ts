import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

// Runs before each test file, and before the file loads any module of the server: by then DATABASE_URL names an
// empty database with every migration applied, which no other file sees.
const name = `test_${randomUUID().replaceAll("-", "")}`;
const template = inject("templateUrl");
const adminUrl = template.replace(/[^/]*$/, "postgres");

async function asAdmin(statement: string) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

await asAdmin(`CREATE DATABASE ${name} TEMPLATE glossa`);
process.env.DATABASE_URL = template.replace(/[^/]*$/, name);
process.env.NEXTAUTH_SECRET = "a secret that only the tests know of";

afterAll(async () => {
  const { disconnect } = await import("@/server/adapters/db");
  await disconnect();
  await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
