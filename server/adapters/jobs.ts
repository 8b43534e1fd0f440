import { type Runner, type RunnerOptions, run, runOnce } from "graphile-worker";
import pg from "pg";
import type { Id } from "@/domain/id";
import { pool } from "./db";
import { keepGoing, quietly } from "./job-tables";
import { settings } from "./settings";

/** What is to be done, by its name; what it is given is read by whoever does it. */
export type Tasks = Record<string, (input: unknown) => Promise<void>>;

/**
 * So many jobs at once, and so many mails: a mail server that is slow to answer keeps mail waiting, and nothing else.
 * Beside them two connections listen, and one keeps the clock.
 */
const AT_ONCE = 2;
const MAILS_AT_ONCE = 2;
const MAIL = "send";

const own = (): pg.Pool => {
  const connections = new pg.Pool({
    connectionString: settings().DATABASE_URL,
    max: AT_ONCE + MAILS_AT_ONCE + 3,
    application_name: "glossa jobs",
    connectionTimeoutMillis: 10_000,
  });
  keepGoing(connections);
  return connections;
};

const options = (pgPool: pg.Pool): RunnerOptions => ({
  pgPool,
  logger: quietly,
  concurrency: AT_ONCE,
  noHandleSignals: true,
});

export interface Workers {
  /** Settles when the work has ended: stopped, or by an error. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Works at what is to be done, and at what the clock says, until it is stopped. */
export async function startWorkers(tasks: Tasks, crontab: string): Promise<Workers> {
  const connections = own();
  const runners: Runner[] = [];
  const stop = async () => {
    await Promise.allSettled(runners.map((runner) => runner.stop()));
  };
  const close = () => connections.end();
  try {
    const named = Object.entries(tasks);
    const mail = Object.fromEntries(named.filter(([name]) => name === MAIL));
    const rest = Object.fromEntries(named.filter(([name]) => name !== MAIL));
    runners.push(await run({ ...options(connections), taskList: rest, crontab }));
    runners.push(
      await run({ ...options(connections), concurrency: MAILS_AT_ONCE, taskList: mail, crontab: "" }),
    );
    // One that breaks off takes the other with it: both begin again together.
    const all = runners.map(({ promise }) => promise);
    const ended = Promise.race(all).finally(async () => {
      await stop();
      await Promise.allSettled(all);
      await close();
    });
    return { ended, stop };
  } catch (error) {
    await stop();
    await close();
    throw error;
  }
}

/** Works until nothing is left to be done by now. */
export async function workOnce(tasks: Tasks): Promise<void> {
  const connections = own();
  try {
    await runOnce({ ...options(connections), concurrency: 1, taskList: tasks });
  } finally {
    await connections.end();
  }
}

/**
 * Asks for rooms to be looked at of which somebody may have to be told, of these or of all; each once, however often
 * it is asked for. Not in the transactions that write: a job takes a lock that all commits share, and the log, with how
 * far it has been read, says as well what is still to be told.
 */
export async function askToNotify(rooms: readonly Id[] | "all"): Promise<void> {
  await pool().query(
    `SELECT graphile_worker.add_job('notify', json_build_object('roomId', id), job_key => 'notify ' || id)
     FROM "Room" WHERE "lastSeq" > "notifiedSeq" AND ($1::uuid[] IS NULL OR id = ANY($1))`,
    [rooms === "all" ? null : rooms],
  );
}

/** What is asked for within this time is gathered together. */
const TOGETHER = 10_000;

/** Asks for what is to be mailed by then to be gathered after `wait` milliseconds; what the clock asks for comes later. */
export async function askToGather(wait: number): Promise<void> {
  await pool().query(
    `SELECT graphile_worker.add_job('gather', run_at => now() + $1 * interval '1 millisecond',
       job_key => 'gather ' || floor(extract(epoch FROM now()) * 1000 / $2))`,
    [wait, TOGETHER],
  );
}

/** Asks for mails to be sent, each once. */
export async function askToSend(mails: readonly Id[]): Promise<void> {
  await pool().query(
    `SELECT graphile_worker.add_job($2, json_build_object('mailId', id), job_key => 'send ' || id)
     FROM unnest($1::uuid[]) AS id`,
    [mails, MAIL],
  );
}
