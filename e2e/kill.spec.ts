import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { root } from "../scripts/lib/paths.mjs";
import { freePort } from "../scripts/lib/ports.mjs";
import { describeProcess, isRunning } from "../scripts/lib/processes.mjs";
import { password } from "./fixtures";

const WRITERS = 8;
/** How many comments are acknowledged before the kill falls among those that are not. */
const BEFORE_THE_KILL = 24;

type Process = ReturnType<typeof describeProcess>;

/** Glossa on a data folder of its own. Every process it names was started from here. */
class Glossa {
  private readonly data = mkdtempSync(path.join(tmpdir(), "glossa-kill-"));
  private readonly began: Process[] = [];
  private child: ChildProcess | undefined;
  private said = "";

  constructor(readonly port: number) {
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

  private postmaster(): Process {
    const [pid] = readFileSync(path.join(this.data, "postgres/postmaster.pid"), "utf8").split("\n");
    return describeProcess(Number(pid));
  }

  private async isReady(child: ChildProcess): Promise<boolean> {
    if (child.exitCode !== null) throw new Error(`The start ended with ${child.exitCode}.\n${this.said}`);
    const { launcher, server } = this.server();
    if (launcher?.pid !== child.pid || !server) return false;
    const answer = await fetch(`${this.address()}/api/ready`).catch(() => undefined);
    return answer?.status === 200;
  }

  async start(): Promise<void> {
    // What a person has set for their own server must not reach this one.
    const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, ...rest } = process.env;
    const own = { GLOSSA_DATA: this.data, GLOSSA_DEMO: "1", PORT: String(this.port), HOST: "127.0.0.1" };
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      env: { ...rest, ...own },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    this.said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        this.said += chunk;
      });
    }
    await expect.poll(() => this.isReady(child), { timeout: 60_000, intervals: [100] }).toBe(true);
    const { server } = this.server();
    if (server) this.began.push(server);
    this.began.push(this.postmaster());
  }

  /** Ends one part at once, without a chance to put anything in order. */
  kill(part: "server" | "database" | "launcher"): void {
    const pid = {
      server: this.server().server?.pid,
      database: this.postmaster().pid,
      launcher: this.child?.pid,
    }[part];
    if (!pid) throw new Error(`The ${part} does not run.`);
    process.kill(pid, "SIGKILL");
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

const get = async (person: APIRequestContext, name: string, input?: object) => {
  const query = input ? `?input=${encodeURIComponent(JSON.stringify({ json: input }))}` : "";
  const answer = await person.get(`/api/trpc/${name}${query}`);
  expect(answer.status(), name).toBe(200);
  return (await answer.json()).result.data.json;
};

async function signIn(address: string, who: string): Promise<APIRequestContext> {
  const person = await request.newContext({ baseURL: address });
  const { csrfToken } = await (await person.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: `${who}@glossa.test`, password, json: "true" };
  expect((await person.post("/api/auth/callback/credentials", { form })).status()).toBe(200);
  return person;
}

/** A reading of the demo course whose conversation is open to this person. */
async function openReading(person: APIRequestContext): Promise<{ courseId: string; readingId: string }> {
  const { courses } = await get(person, "course.mine");
  const courseId: string = courses[0].id;
  const { assignments } = await get(person, "course.overview", { courseId });
  const now = new Date().toISOString();
  const open = assignments.find(
    (assignment: { opensAt: string; closesAt: string; readings: unknown[] }) =>
      assignment.opensAt <= now && assignment.closesAt > now && assignment.readings.length > 0,
  );
  return { courseId, readingId: open.readings[0].id };
}

/** Posts comments and knows which of them were acknowledged. */
class Writers {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();

  constructor(
    private readonly person: APIRequestContext,
    private readonly place: { courseId: string; readingId: string },
  ) {}

  async post(id: string): Promise<boolean> {
    const { courseId, readingId } = this.place;
    const comment = {
      id,
      readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience: "group",
      body: `Kept: ${id}`,
    };
    this.sent.add(id);
    const data = { json: { courseId, comment } };
    const answer = await this.person
      .post("/api/trpc/comment.post", { data, timeout: 20_000 })
      .catch(() => null);
    if (answer?.status() !== 200) return false;
    this.acknowledged.add(id);
    return true;
  }

  /** Each writer posts one after the other until one is not acknowledged; `enough` is called once, on the way. */
  async untilRefused(enough: () => void): Promise<void> {
    const before = this.acknowledged.size;
    let isEnough = false;
    const write = async () => {
      while (await this.post(uuidv7())) {
        if (isEnough || this.acknowledged.size - before < BEFORE_THE_KILL) continue;
        isEnough = true;
        enough();
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    expect(isEnough, "comments were acknowledged before the kill").toBe(true);
  }

  /** How often each comment that was sent stands there now. */
  async standing(): Promise<Map<string, number>> {
    const times = new Map([...this.sent].map((id) => [id, 0]));
    const comments: { body: string }[] = await get(this.person, "comment.ofReading", this.place);
    for (const { body } of comments) {
      const id = body.startsWith("Kept: ") ? body.slice("Kept: ".length) : "";
      if (id) times.set(id, (times.get(id) ?? 0) + 1);
    }
    return times;
  }
}

const notOnce = (ids: Iterable<string>, times: Map<string, number>) =>
  [...ids].filter((id) => times.get(id) !== 1);

test("an acknowledged comment outlives the death of any part", async () => {
  // Four starts and three stops: some twenty seconds on a quiet machine.
  test.setTimeout(120_000);
  const glossa = new Glossa(await freePort());
  try {
    await glossa.start();
    const ada = await signIn(glossa.address(), "ada");
    const writers = new Writers(ada, await openReading(ada));

    for (const part of ["server", "database", "launcher"] as const) {
      await test.step(`kill the ${part}`, async () => {
        // Without its launcher the server goes on writing: it is the next start that ends it.
        let restarted = Promise.resolve();
        await writers.untilRefused(() => {
          glossa.kill(part);
          restarted = glossa.ended().then(() => glossa.start());
        });
        await restarted;

        const unacknowledged = [...writers.sent].filter((id) => !writers.acknowledged.has(id));
        expect(unacknowledged.length, "the kill fell among comments on their way").toBeGreaterThan(0);
        expect(notOnce(writers.acknowledged, await writers.standing())).toEqual([]);
        expect(await Promise.all(unacknowledged.map((id) => writers.post(id)))).not.toContain(false);
        const times = await writers.standing();
        expect(notOnce(writers.sent, times)).toEqual([]);
        expect(times.size).toBe(writers.sent.size);
      });
    }
    await ada.dispose();
  } finally {
    await glossa.remove();
  }
});
