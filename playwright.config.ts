import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";

// Chromium asks for its own services at every start; none of them has a part in these tests.
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** `npm run e2e` starts the server and names it and the browser here. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: Math.min(2, availableParallelism()),
  fullyParallel: false,
  retries: 0,
  // What does not come at all fails here: a slow machine is no failure.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.GLOSSA_E2E_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/Madrid",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      args: [...quiet, ...asRoot],
      // The parts of a date field come in the order of the browser's own language, not in that of its pages.
      env: { ...process.env, LANGUAGE: "en_US" } as Record<string, string>,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});
