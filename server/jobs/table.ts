import type { Tasks } from "@/server/adapters/jobs";
import { catchUp } from "./catch-up";
import { dueSoon } from "./due-soon";
import { gather } from "./gather";
import { lostMail } from "./lost-mail";
import { notify } from "./notify";
import { send } from "./send";

/** Everything that is done behind the pages. */
const jobs = [catchUp, dueSoon, gather, lostMail, notify, send];

/** @param clock what time it is when a job begins */
export const tasks = (clock: () => Date): Tasks =>
  Object.fromEntries(jobs.map(({ name, task }) => [name, (sent) => task(sent, clock())]));

/** When the clock asks for which; where several processes keep it, each asks once for all. */
export const crontab = jobs
  .flatMap(({ name, cron }) => (cron ? [`${cron} ${name} ?max=3&jobKey=${name}`] : []))
  .join("\n");
