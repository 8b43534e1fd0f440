import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { testEnvironment } from "./environment.mjs";
import { filesUnder } from "./fingerprint.mjs";
import { launch } from "./launch.mjs";
import { bin, root } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { Refusal } from "./say.mjs";

function shown(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

async function inTemporaryFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), "glossa-run-"));
  chmodSync(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a runner wrote, as counts; a runner that failed outside any test counts as one failure. */
function counted(file, count, code) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const result = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : none;
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** Vitest: the pure rules, and the server's floors on a PostgreSQL of their own. */
export function runUnit(filters) {
  return inTemporaryFolder(async (folder) => {
    const report = path.join(folder, "vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await shown([bin.vitest, "run", ...reporters, ...filters], {
      ...testEnvironment(),
      NODE_ENV: "test",
    });
    const count = ({ numPassedTests, numFailedTests, numPendingTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests,
    });
    return counted(report, count, code);
  });
}

/** Playwright, against a production server with a database and the demo course of its own. */
export function runE2e(filters) {
  if (!filesUnder(["e2e"]).some((file) => file.endsWith(".spec.ts")))
    return { passed: 0, failed: 0, skipped: 0 };
  return inTemporaryFolder(async (folder) => {
    const browser = await findBrowser();
    const data = path.join(folder, "data");
    const port = String(await freePort());
    const given = {
      ...testEnvironment(),
      GLOSSA_DATA: data,
      GLOSSA_DEMO: "1",
      PORT: port,
      HOST: "127.0.0.1",
    };
    const glossa = await launch({ given });
    try {
      const report = path.join(folder, "playwright.json");
      const env = {
        ...given,
        DATABASE_URL: glossa.env.DATABASE_URL,
        CHROMIUM_PATH: browser,
        GLOSSA_E2E_URL: glossa.address,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      };
      const ran = shown([bin.playwright, "test", "--reporter=list,json", ...filters], env);
      const died = glossa.ended.then((why) => {
        throw new Refusal(`${why} The browser tests were running.`);
      });
      const code = await Promise.race([ran, died]);
      const count = ({ stats }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      });
      return counted(report, count, code);
    } finally {
      await glossa.stop();
    }
  });
}
