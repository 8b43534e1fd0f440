import "./lib/node-version.mjs";

const { dataFolder, loadEnvFile, bin } = await import("./lib/paths.mjs");
const { generateClient, installDependencies } = await import("./lib/dependencies.mjs");
const { emptyDatabase, migrate, seedDemo } = await import("./lib/database.mjs");
const { startPostgres } = await import("./lib/embedded-postgres.mjs");
const { applicationEnvironment, checkSettings } = await import("./lib/environment.mjs");
const { run } = await import("./lib/processes.mjs");
const { Refusal, report } = await import("./lib/say.mjs");

const [task, ...options] = process.argv.slice(2);

async function work(env, data) {
  if (task === "migrate" && options.length > 0) {
    await run(process.execPath, [bin.tsx, "scripts/migrate.ts", ...options], { env, show: true });
    return;
  }
  if (task === "reset") await emptyDatabase(env.DATABASE_URL);
  await migrate(env);
  if (task === "reset") await seedDemo(env, data);
}

try {
  loadEnvFile();
  if (task !== "migrate" && task !== "reset")
    throw new Refusal("Say `npm run db:migrate` or `npm run db:reset`.");
  if (task === "reset" && process.env.DATABASE_URL && !options.includes("--yes")) {
    throw new Refusal(
      "This would empty the database of DATABASE_URL: say `npm run db:reset -- --yes` if it shall.",
    );
  }
  const data = dataFolder();
  await installDependencies();
  await generateClient();
  await checkSettings(applicationEnvironment(data, "postgresql://localhost/embedded"));
  const embedded = process.env.DATABASE_URL ? undefined : await startPostgres(data);
  try {
    await work(applicationEnvironment(data, embedded?.url), data);
  } finally {
    await embedded?.stop();
  }
} catch (error) {
  report(error);
  process.exitCode = 1;
}
