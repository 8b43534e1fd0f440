import { pool } from "@/server/adapters/db";
import { workOnce } from "@/server/adapters/jobs";
import { tasks } from "@/server/jobs/table";

/** Asks for jobs by their names and works at them, and at what they ask for, until nothing is left to be done. */
export async function work(now: Date, ...names: string[]): Promise<void> {
  for (const name of names) {
    await pool().query("SELECT graphile_worker.add_job($1, job_key => $1)", [name]);
    await workOnce(tasks(() => now));
  }
}

/** People are told of what has happened; nothing is mailed. */
export const tell = (now: Date) => work(now, "catch-up");

/** What is to be mailed by now goes out. */
export const post = (now: Date) => work(now, "gather");
