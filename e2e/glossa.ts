import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import pg from "pg";
import { testEnvironment } from "../scripts/lib/environment.mjs";
import { root } from "../scripts/lib/paths.mjs";
import { describeProcess, isRunning } from "../scripts/lib/processes.mjs";

type Process = ReturnType<typeof describeProcess>;

/** Glossa on a data folder of its own. Every process it names was started from here. */
export class Glossa {
  private readonly data = mkdtempSync(path.join(tmpdir(), "glossa-kill-"));
  private readonly began: Process[] = [];
  private child: ChildProcess | undefined;
  private said = "";

  constructor(
    readonly port: number,
    private readonly mail?: { SMTP_URL: string; MAIL_FROM: string },
  ) {
    // The user that PostgreSQL runs as must be able to pass through.
    chmodSync(this.data, 0o755);
  }

  readonly address = () => `http://127.0.0.1:${this.port}`;

  private server(): { launcher?: Process; server?: Process } {
    try {
      return JSON.parse(readFileSync(path.join(this.data, "running.json"), "utf8"));
    } catch {
      return {};
    }
  }

  /** Which process is the database, and where it listens. */
  private postmaster(): { process: Process; port: number } {
    const lines = readFileSync(path.join(this.data, "postgres/postmaster.pid"), "utf8").split("\n");
    return { process: describeProcess(Number(lines[0])), port: Number(lines[3]) };
  }

  private async isReady(child: ChildProcess): Promise<boolean> {
    if (child.exitCode !== null) throw new Error(`The start ended with ${child.exitCode}.\n${this.said}`);
    const { launcher, server } = this.server();
    if (launcher?.pid !== child.pid || !server) return false;
    const answer = await fetch(`${this.address()}/api/ready`).catch(() => undefined);
    return answer?.status === 200;
  }

  async start(): Promise<void> {
    const own = {
      GLOSSA_DATA: this.data,
      GLOSSA_DEMO: "1",
      PORT: String(this.port),
      HOST: "127.0.0.1",
      ...(this.mail && { ...this.mail, NEXTAUTH_URL: this.address() }),
    };
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      env: { ...testEnvironment(), ...own },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    this.said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        this.said += chunk;
      });
    }
    await expect.poll(() => this.isReady(child), { timeout: 180_000, intervals: [100] }).toBe(true);
    const { server } = this.server();
    if (server) this.began.push(server);
    this.began.push(this.postmaster().process);
  }

  /** Ends one part at once, without a chance to put anything in order. */
  kill(part: "server" | "database" | "launcher"): void {
    const pid = {
      server: this.server().server?.pid,
      database: this.postmaster().process.pid,
      launcher: this.child?.pid,
    }[part];
    if (!pid) throw new Error(`The ${part} does not run.`);
    process.kill(pid, "SIGKILL");
  }

  /** Asks the database beside what it serves. */
  async ask<Row extends pg.QueryResultRow>(
    question: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const password = readFileSync(path.join(this.data, "database-password"), "utf8").trim();
    const { port } = this.postmaster();
    const client = new pg.Client(`postgresql://glossa:${password}@127.0.0.1:${port}/glossa`);
    await client.connect();
    try {
      return (await client.query<Row>(question, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  /** Waits until the launcher has ended: when a part of it dies, it stops the rest. */
  async ended(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }

  async remove(): Promise<void> {
    this.child?.kill("SIGTERM");
    await this.ended();
    for (const part of this.began.filter(isRunning)) process.kill(part.pid, "SIGKILL");
    rmSync(this.data, { recursive: true, force: true });
  }
}
