import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** What tells a process from a later one with the same number; undefined when it has ended. */
function birth(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    if (process.platform === "linux") return undefined;
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

export function describeProcess(pid) {
  return { pid, born: birth(pid) };
}

export function isRunning(process) {
  return process?.pid > 0 && process.born !== undefined && birth(process.pid) === process.born;
}

/** The process that started another, as far as the system tells. */
export function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    if (process.platform === "linux") return 0;
  }
  try {
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return 0;
  }
}

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    if (process.platform === "linux") return "";
  }
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Asks a process to end, waits, and ends it the hard way when it does not. */
export async function end(
  target,
  { signal = "SIGTERM", hard = "SIGKILL", group = false, patience = 10_000 } = {},
) {
  const send = (name) => {
    try {
      process.kill(group ? -target.pid : target.pid, name);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  };
  if (!isRunning(target)) return;
  send(signal);
  for (let waited = 0; isRunning(target); waited += 50) {
    if (waited === patience) send(hard);
    if (waited > patience + 10_000) throw new Refusal(`Process ${target.pid} does not end.`);
    await sleep(50);
  }
}

const working = new Set();

/** Ends the programs that `run` is waiting for. */
export function interrupt() {
  for (const child of working) child.kill("SIGTERM");
}

/** Runs a program to its end and gives what it printed; when it fails, that is the sentence. */
export function run(command, args, { env = process.env, show = false, failure } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ["ignore", show ? "inherit" : "pipe", "pipe"],
    });
    working.add(child);
    let output = "";
    let complaint = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
      if (show) process.stderr.write(chunk);
    });
    child.on("error", (error) => reject(new Refusal(`${command} cannot be run (${error.code}).`)));
    child.on("close", (code) => {
      working.delete(child);
      if (code === 0) return resolve(output);
      const detail = show ? "" : `${output}${complaint}`.trim();
      reject(
        new Refusal(
          failure ? `${failure}\n${detail}`.trim() : complaint.trim() || `${command} ended with ${code}.`,
        ),
      );
    });
  });
}

/** Sees to it that what runs in the background does not outlive this process, however it comes to its exit. */
export function endWithUs(target, signal) {
  process.on("exit", () => {
    if (isRunning(target)) process.kill(-target.pid, signal);
  });
}

/** Starts a server in a process group of its own, so that a Ctrl-C reaches it only through us. */
export function serve(args, { env, stdio = ["ignore", "inherit", "inherit"] }) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio, detached: true });
  const exited = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
  const server = { ...describeProcess(child.pid), exited };
  endWithUs(server, "SIGTERM");
  return server;
}
