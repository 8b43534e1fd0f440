import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { refuse } from "@/domain/refusal";
import { type Prisma, PrismaClient } from "@/prisma/client/client";
import { openAfterCommit, runAfterCommit } from "./after-commit";
import { hangsOnNothing, isDeadlock } from "./database-errors";
import { settings } from "./settings";

interface Connection {
  pool: pg.Pool;
  prisma: PrismaClient;
}

// Kept on globalThis because the development server loads this module anew at every change.
const held = globalThis as typeof globalThis & { glossaConnection?: Connection; glossaDone?: boolean };

function connect(): Connection {
  const pool = new pg.Pool({
    connectionString: settings().DATABASE_URL,
    max: 20,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => {});
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function connection(): Connection {
  held.glossaConnection ??= connect();
  held.glossaDone = false;
  return held.glossaConnection;
}

export const db = () => connection().prisma;

/** For the few hot reads in SQL, and for what wants a plain connection. */
export const pool = () => connection().pool;

/** Each time somebody else has got through: more would be a fault of ours. */
const AGAIN = 3;

export type Transaction = Prisma.TransactionClient;

/**
 * Runs `work` in one transaction: all of it or nothing. Then what `afterCommit` was given. Of two that wait for one
 * another the database ends one: that one is begun anew, so `work` must be fit to be run again. Refuses `not-found`
 * where what it hangs on is gone by the time it is written.
 */
export async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  for (let again = AGAIN; ; again--) {
    try {
      return await once(work);
    } catch (error) {
      if (hangsOnNothing(error)) refuse({ code: "not-found" });
      if (again === 0 || !isDeadlock(error)) throw error;
    }
  }
}

async function once<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  let begun: Transaction | undefined;
  const result = await db().$transaction(
    (tx) => {
      begun = tx;
      openAfterCommit(tx);
      return work(tx);
    },
    { timeout: 15_000, maxWait: 10_000 },
  );
  if (begun) runAfterCommit(begun);
  return result;
}

/** Whether this process has said with `disconnect` that its work is done. */
export const isDone = () => held.glossaDone ?? false;

export async function disconnect(): Promise<void> {
  const open = held.glossaConnection;
  held.glossaConnection = undefined;
  held.glossaDone = true;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
