import { setTimeout as sleep } from "node:timers/promises";
import { buildIfChanged } from "./build.mjs";
import { migrate, seedDemo } from "./database.mjs";
import { generateClient, installDependencies } from "./dependencies.mjs";
import { startPostgres } from "./embedded-postgres.mjs";
import { applicationEnvironment, checkSettings } from "./environment.mjs";
import { dataFolder } from "./paths.mjs";
import { isFree } from "./ports.mjs";
import { end, serve } from "./processes.mjs";
import { claim } from "./run-file.mjs";
import { Refusal, step } from "./say.mjs";

const noDatabase = { url: "", exited: new Promise(() => {}), stop: async () => {} };

async function checkPort(port, host) {
  let free;
  try {
    free = await isFree(port, host);
  } catch (error) {
    throw new Refusal(`The server cannot listen on ${host}:${port} (${error.code}).`);
  }
  if (!free) throw new Refusal(`Port ${port} is taken: stop what uses it, or set PORT to another.`);
}

async function answers(address, server) {
  let ended = false;
  server.exited.then(() => {
    ended = true;
  });
  while (!ended) {
    try {
      return await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(30_000) });
    } catch {
      await sleep(100);
    }
  }
  throw new Refusal("The server ended before it answered.");
}

function addressOf(host, port) {
  const name = host === "0.0.0.0" || host === "::" || host === "127.0.0.1" ? "localhost" : host;
  return `http://${name}:${port}`;
}

/**
 * Brings up everything there is: database, migrations, demo course, build, server. Gives the address, the
 * application's environment, `ended` (a sentence, when a part dies) and `stop`. What was started is stopped again
 * when a step fails; `stopping.abort()` breaks off between two steps.
 */
export async function launch({
  given = process.env,
  mode = "start",
  stopping = new AbortController(),
  stdio,
} = {}) {
  const begun = [];
  const stop = async () => {
    while (begun.length > 0) await begun.pop()();
  };
  const unlessStopping = async (work) => {
    stopping.signal.throwIfAborted();
    return work();
  };

  try {
    const data = dataFolder(given);
    const port = Number(given.PORT || 3000);
    const host = given.HOST || "127.0.0.1";
    const running = await claim(data);
    begun.push(running.release);
    await unlessStopping(installDependencies);
    await unlessStopping(generateClient);
    await checkSettings(applicationEnvironment(data, "postgresql://localhost/embedded", given));
    await checkPort(port, host);

    const database = given.DATABASE_URL
      ? noDatabase
      : await unlessStopping(() => step("Starting PostgreSQL", () => startPostgres(data)));
    begun.push(database.stop);
    const env = applicationEnvironment(data, database.url, given);
    await unlessStopping(() => migrate(env));
    await unlessStopping(() => seedDemo(env, data));
    if (mode === "start") await unlessStopping(() => buildIfChanged(env));

    const address = env.NEXTAUTH_URL || addressOf(host, port);
    const nodeEnv = { start: "production", dev: "development" }[mode];
    const server = await unlessStopping(() =>
      serve(["--import", "tsx", "server/main.ts"], {
        env: { ...env, PORT: String(port), HOST: host, NODE_ENV: nodeEnv, NEXT_TELEMETRY_DISABLED: "1" },
        stdio,
      }),
    );
    begun.push(() => end(server, { group: true }));
    running.record(server, address);
    await step("Starting the server", () =>
      answers(addressOf(host === "0.0.0.0" ? "127.0.0.1" : host, port), server),
    );

    const ended = Promise.race([
      server.exited.then((code) => `The server ended (${code}).`),
      database.exited.then((code) => `PostgreSQL ended (${code}).`),
    ]);
    return { address, host, env, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
