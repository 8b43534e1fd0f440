import { accessSync, chmodSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./say.mjs";

export const root = path.resolve(fileURLToPath(import.meta.url), "../../..");

export const bin = {
  next: path.join(root, "node_modules/next/dist/bin/next"),
  tsx: path.join(root, "node_modules/tsx/dist/cli.mjs"),
  prisma: path.join(root, "node_modules/prisma/build/index.js"),
  vitest: path.join(root, "node_modules/vitest/vitest.mjs"),
  playwright: path.join(root, "node_modules/@playwright/test/cli.js"),
};

/** Level by level: Node's own recursive form never returns where the system denies that a folder can be (/proc). */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
  // Whatever the umask, the user that PostgreSQL runs as must be able to pass through.
  chmodSync(folder, 0o755);
}

/** Makes the folder that holds the embedded database, the secret and what is running. */
export function dataFolder(env = process.env) {
  const folder = path.resolve(root, env.GLOSSA_DATA || ".data");
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(`The data folder ${folder} cannot be written (${error.code}).`);
  }
  return folder;
}

/** Reads `.env` into the environment; what is already set wins. */
export function loadEnvFile() {
  try {
    process.loadEnvFile(path.join(root, ".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw new Refusal(`The file .env cannot be read (${error.code}).`);
  }
}
