import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describeProcess, end, isRunning } from "./processes.mjs";
import { Refusal } from "./say.mjs";

/**
 * What runs on a data folder, `{launcher, server, address}`, kept in a file there: a second start is refused,
 * and a server that outlived its launcher is stopped before the next one.
 */
export async function claim(data) {
  const file = path.join(data, "running.json");
  const write = (content, flag = "w") => writeFileSync(file, JSON.stringify(content), { flag });
  const launcher = describeProcess(process.pid);
  try {
    write({ launcher }, "wx");
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const last = read(file);
    if (isRunning(last.launcher)) {
      const where = last.address ? ` at ${last.address}` : "";
      throw new Refusal(`Glossa is already running${where} (process ${last.launcher.pid}).`);
    }
    if (isRunning(last.server)) await end(last.server, { group: true });
    write({ launcher });
  }
  return {
    record: (server, address) => write({ launcher, server: { pid: server.pid, born: server.born }, address }),
    release: () => rmSync(file, { force: true }),
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
