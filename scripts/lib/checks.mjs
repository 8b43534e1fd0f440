import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "./embedded-postgres.mjs";
import { filesUnder } from "./fingerprint.mjs";
import { bin, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { Refusal } from "./say.mjs";

const longest = 400;
const handWritten = [
  "app",
  "bench",
  "components",
  "domain",
  "e2e",
  "i18n",
  "prisma/seed",
  "scripts",
  "server",
];

const node = (file, ...args) => run(process.execPath, [path.join(root, file), ...args], { failure: " " });

async function noLongFile() {
  const lines = (file) => readFileSync(path.join(root, file), "utf8").split("\n").length - 1;
  const long = filesUnder(handWritten).filter(
    (file) => /\.(tsx?|mjs|css)$/.test(file) && lines(file) > longest,
  );
  if (long.length > 0) throw new Refusal(`Longer than ${longest} lines: ${long.join(", ")}.`);
}

async function noDrift() {
  const folder = mkdtempSync(path.join(tmpdir(), "glossa-check-"));
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder, { flags: ["fsync=off"] });
  try {
    const env = { ...process.env, DATABASE_URL: server.url };
    await run(process.execPath, [bin.tsx, "scripts/migrate.ts", "--check"], { env });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const checks = [
  [
    "Format and lint",
    () => node("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  ],
  ["Types", () => node("node_modules/typescript/bin/tsc", "--noEmit", "-p", ".")],
  ["Layers and import cycles", () => node("scripts/layers.mjs")],
  ["Dead code", () => node("node_modules/knip/bin/knip.js")],
  ["Schema", () => node("node_modules/prisma/build/index.js", "validate")],
  ["Migrations make the schema", noDrift],
  [`No file over ${longest} lines`, noLongFile],
];

/** Runs every check, also after one failed, and counts them. */
export async function runChecks() {
  let failed = 0;
  for (const [name, check] of checks) {
    const begun = Date.now();
    try {
      await check();
      console.log(`  ✓ ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.error(`  ✗ ${name}\n${error instanceof Refusal ? error.message.trim() : error.stack}\n`);
    }
  }
  return { passed: checks.length - failed, failed };
}
