import { setTimeout as sleep } from "node:timers/promises";
import { launch } from "./launch.mjs";
import { loadEnvFile } from "./paths.mjs";
import { describeProcess, interrupt, isRunning, parentOf } from "./processes.mjs";
import { report } from "./say.mjs";

function welcome({ address, env, host }) {
  const lines = ["", `Glossa is ready: ${address}`];
  if (env.GLOSSA_DEMO === "1") {
    lines.push(
      "Sign in as ines@glossa.test (instructor), tomasz@glossa.test (assistant), ada@glossa.test or",
    );
    lines.push("liming@glossa.test (students); the password is glossa-demo.");
    if (!/^(127\.|localhost$|::1$)/.test(host))
      lines.push(`Mind: others can reach ${host}, and this password is public.`);
  }
  lines.push("Ctrl-C stops it.", "");
  console.log(lines.join("\n"));
}

/** npm passes signals on, but not its own death by a kill: then we would be left over. Between us may be a shell. */
async function npmGone() {
  if (!process.env.npm_lifecycle_event) return new Promise(() => {});
  const parent = process.ppid;
  const above = [parent, parentOf(parent)].filter((pid) => pid > 1).map(describeProcess);
  while (above.every(isRunning)) await sleep(250, undefined, { ref: false });
  return "The command that started Glossa has ended.";
}

/** Runs Glossa until a signal or until a part of it dies, and leaves nothing behind. */
export async function runUntilStopped(mode) {
  const stopping = new AbortController();
  const signalled = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => {
        stopping.abort();
        interrupt();
        resolve(undefined);
      });
    }
  });
  try {
    loadEnvFile();
    const glossa = await launch({ mode, stopping });
    welcome(glossa);
    const why = await Promise.race([signalled, glossa.ended, npmGone()]);
    console.log(why ? `\n${why} Stopping the rest.` : "\nStopping.");
    await glossa.stop();
    process.exit(why ? 1 : 0);
  } catch (error) {
    if (!stopping.signal.aborted) report(error);
    process.exit(stopping.signal.aborted ? 130 : 1);
  }
}
