import { expect } from "@playwright/test";
import type { Glossa } from "./glossa";

/**
 * Time for the jobs of one Glossa, moved on in its database: nobody waits for a minute or for the morning. What the
 * product itself is to do is left to it.
 */
export function mailClock(glossa: Glossa, courseId: string) {
  const count = async (what: string, values: readonly unknown[] = []) => {
    const [row] = await glossa.ask<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`, values);
    return row?.count;
  };
  const none = (what: string, values: readonly unknown[] = []) =>
    expect.poll(() => count(what, values), { timeout: 120_000, intervals: [200] }).toBe(0);

  /** People have been told of all that has happened in the course: nothing asks for it but the product. */
  const told = () => none(`"Room" WHERE "courseId" = $1 AND "lastSeq" > "notifiedSeq"`, [courseId]);

  /** A minute passes for what is to go out at once: what the product asked for then is done now. */
  const aMinutePasses = async () => {
    await told();
    await glossa.ask(
      `UPDATE "Notification" SET "mailAfter" = now() WHERE delivery = 'atOnce' AND "mailAfter" IS NOT NULL`,
    );
    await glossa.ask(
      `SELECT graphile_worker.reschedule_jobs(ARRAY(
         SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'gather' AND run_at > now()), run_at => now())`,
    );
  };

  /** The next morning comes: all that is to be mailed has gone, or waits until it may be seen. */
  const morningComes = async () => {
    await told();
    await glossa.ask(`UPDATE "Notification" SET "mailAfter" = now() WHERE "mailAfter" IS NOT NULL`);
    await glossa.ask("SELECT graphile_worker.add_job('gather', job_key => 'gather')");
    await none(`"Notification" WHERE "mailAfter" <= now()`);
    await none("graphile_worker.jobs WHERE task_identifier IN ('gather', 'send') AND run_at <= now()");
    await none(`"Mail" WHERE state IN ('waiting', 'sending')`);
  };

  return { aMinutePasses, morningComes };
}
