import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { bin } from "./paths.mjs";
import { run } from "./processes.mjs";
import { Refusal, step } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

async function playwrightOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

const attempts = [
  () => run(process.execPath, [bin.playwright, "install", "chromium"]),
  async () => {
    if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return;
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env });
  },
];

/** The Chromium to test with: the one that was named, one that is here, or one that can be installed. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Refusal(`CHROMIUM_PATH names ${named}, which is not there.`);
  const found = named || (await playwrightOwn()) || onPath();
  if (found) return found;
  for (const attempt of attempts) {
    await step("Installing a browser", attempt).catch(() => {});
    const installed = (await playwrightOwn()) || onPath();
    if (installed) return installed;
  }
  throw new Refusal("No Chromium was found or could be installed: install one, or name it in CHROMIUM_PATH.");
}
