import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The streams in a process of their own, which can be killed and started again at the same port. */
export class HubChild {
  port = 0;
  private child: ChildProcess | null = null;

  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", "server/testing/hub-process.ts"], {
      cwd: root,
      env: { ...process.env, HUB_PORT: String(this.port), NODE_ENV: "production" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.child = child;
    const ended = once(child, "exit").then(() => {
      throw new Error("The process ended before it said its port.");
    });
    const [said] = (await Promise.race([once(child.stdout, "data"), ended])) as [Buffer];
    ended.catch(() => {});
    this.port = Number(said.toString());
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}
