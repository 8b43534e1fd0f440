import "./lib/node-version.mjs";

const { generateClient, installDependencies } = await import("./lib/dependencies.mjs");
const { runChecks } = await import("./lib/checks.mjs");
const { Refusal, report } = await import("./lib/say.mjs");

const suites = [
  ["check", () => runChecks()],
  ["unit", async (filters) => (await import("./lib/suites.mjs")).runUnit(filters)],
  ["e2e", async (filters) => (await import("./lib/suites.mjs")).runE2e(filters)],
];

/** `--only=check|unit|e2e` picks one; anything else goes to the runner: a file, a test's name. */
async function main(args) {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
  const filters = args.filter((arg) => !arg.startsWith("--only="));
  const chosen = suites.filter(([name]) => !only || name === only);
  if (chosen.length === 0) throw new Refusal(`There is no ${only} to test: say check, unit or e2e.`);
  await installDependencies();
  await generateClient();

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, suite] of chosen) {
    console.log(`\n${name}`);
    try {
      const { passed, failed, skipped = 0 } = await suite(filters);
      total.passed += passed;
      total.failed += failed;
      total.skipped += skipped;
    } catch (error) {
      total.failed += 1;
      report(error);
    }
  }
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

// What was started ends with this process.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));

try {
  process.exit((await main(process.argv.slice(2))) ? 0 : 1);
} catch (error) {
  report(error);
  process.exit(1);
}
