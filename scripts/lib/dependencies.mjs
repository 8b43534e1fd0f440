import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { bin, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { step } from "./say.mjs";

// Any existing file keeps Prisma from downloading its native engine, which nothing here uses.
const noDownload = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };

function packages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** npm writes the second file as the last act of an install: an interrupted one leaves none. */
function isInstalled() {
  const installed = packages("node_modules/.package-lock.json");
  return Object.entries(packages("package-lock.json")).every(
    ([name, wanted]) =>
      name === "" ||
      (installed[name]
        ? installed[name].version === wanted.version
        : Boolean(wanted.optional || wanted.peer)),
  );
}

export async function installDependencies() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const options = {
    env: { ...process.env, ...noDownload },
    failure: "The dependencies could not be installed.",
  };
  await step("Installing the locked dependencies", () =>
    npm?.endsWith(".js") ? run(process.execPath, [npm, ...args], options) : run("npm", args, options),
  );
}

export async function generateClient() {
  if (!existsSync(path.join(root, "prisma/schema"))) return;
  const stamp = path.join(root, "prisma/client/.schema");
  const wanted = fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step("Generating the database client", () =>
    run(process.execPath, [bin.prisma, "generate"], {
      env: { ...process.env, ...noDownload },
      failure: "The database client could not be generated.",
    }),
  );
  writeFileSync(stamp, wanted);
}
