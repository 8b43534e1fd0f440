import "./lib/node-version.mjs";

const { generateClient, installDependencies } = await import("./lib/dependencies.mjs");
const { runChecks } = await import("./lib/checks.mjs");
const { report } = await import("./lib/say.mjs");

try {
  await installDependencies();
  await generateClient();
  const { failed } = await runChecks();
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
