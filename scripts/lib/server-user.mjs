import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./say.mjs";

// Where root keeps what an unprivileged user must reach when the project lies in a closed folder such as /root.
const shelter = "/var/lib/glossa";

function idsOf(name) {
  const id = (flag) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/**
 * The user PostgreSQL runs as, `{uid, gid}`; empty when that is simply the caller. PostgreSQL refuses to run
 * as root: then it runs as the owner of an existing cluster, else as `postgres`, made when it is missing.
 */
export function serverUser(folder) {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(folder)) {
    const { uid, gid } = statSync(folder);
    if (uid !== 0) return { uid, gid };
  }
  const found = idsOf("postgres");
  if (found) return found;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--no-create-home", "-g", "postgres", "postgres"]);
  const made = idsOf("postgres");
  if (made) return made;
  throw new Refusal(
    "PostgreSQL cannot run as root and no user `postgres` could be made: start as another user.",
  );
}

function enters(user, folder) {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Gives the folder for the cluster: the wanted one, or where the wanted one must point when it is out of reach. */
export function reachableFolder(wanted, user) {
  const parent = path.dirname(wanted);
  if (existsSync(wanted) || user.uid === undefined || enters(user, parent)) return wanted;
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const place = path.join(shelter, `data-${name}`);
  mkdirSync(place, { recursive: true });
  rmSync(wanted, { force: true });
  symlinkSync(path.join(place, "postgres"), wanted);
  return wanted;
}

/** Gives the folder of PostgreSQL's programs, copied to where that user can run them if it must be. */
export function reachablePrograms(native, version, user) {
  const runs = spawnSync(path.join(native, "bin/postgres"), ["--version"], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  if (runs.status === 0 || user.uid === undefined) return native;
  const copy = path.join(shelter, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  mkdirSync(shelter, { recursive: true });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", partial]);
  renameSync(partial, copy);
  return copy;
}

export function giveTo(user, file) {
  if (user.uid !== undefined) chownSync(file, user.uid, user.gid);
}
