import { z } from "zod";
import { instantOf, localOf } from "@/domain/assignment/zoned-time";

/** Whole per cent. */
const percent = z.int().min(0).max(100);

/** Minutes after the due moment in which nothing is taken off yet. */
const graceMinutes = z
  .int()
  .min(0)
  .max(60 * 24 * 7);

const goesDown = (steps: readonly { days: number; kept: number }[]) =>
  steps.every((step, at) => {
    const before = steps[at - 1];
    return !before || (step.days > before.days && step.kept <= before.kept);
  });

/**
 * What lateness takes off. A day ends at the due moment's time of day on the course's clock, n days later: a day on
 * which the clock is put back has 25 hours and is one day. What is left is a share of the marks, in per cent.
 */
export const latePolicy = z.discriminatedUnion("kind", [
  /** Taken in full until it closes. */
  z.object({ kind: z.literal("none") }),
  /** In full within the grace, then not at all. */
  z.object({ kind: z.literal("grace"), graceMinutes }),
  /** For each day begun after the due moment `percent` less, never below `floor`; the grace is part of the first day. */
  z.object({ kind: z.literal("perDay"), graceMinutes, percent: percent.min(1), floor: percent }),
  /** Until the end of day `days` the share `kept`; after the last step, `floor`. Later never keeps more. */
  z
    .object({
      kind: z.literal("steps"),
      graceMinutes,
      steps: z
        .array(z.object({ days: z.int().min(1).max(365), kept: percent }))
        .min(1)
        .max(10),
      floor: percent,
    })
    .refine(({ steps, floor }) => goesDown(steps) && floor <= Math.min(...steps.map(({ kept }) => kept)), {
      message: "steps-out-of-order",
      path: ["steps"],
    }),
]);
export type LatePolicy = z.infer<typeof latePolicy>;

export const noLatePolicy: LatePolicy = { kind: "none" };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When the nth day after the due moment ends. The due moment itself is the end of day 0. */
function endOfDay(n: number, dueAt: Date, timeZone: string): number {
  if (n <= 0) return dueAt.getTime();
  const [date = "", time = ""] = localOf(dueAt, timeZone).split("T");
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
  const end = instantOf(`${day}T${time}`, timeZone)?.at.getTime() ?? dueAt.getTime() + n * DAY;
  return end + (dueAt.getTime() % MINUTE);
}

/** How many days have begun since the due moment: 0 until it, 1 until the end of the first day, and so on. */
function daysBegun(dueAt: Date, at: Date, timeZone: string): number {
  if (at <= dueAt) return 0;
  // A day may be an hour shorter or longer than this guess takes it for.
  let day = Math.max(1, Math.ceil((at.getTime() - dueAt.getTime()) / DAY) - 1);
  while (endOfDay(day, dueAt, timeZone) < at.getTime()) day++;
  return day;
}

const isForgiven = (policy: LatePolicy, dueAt: Date, at: Date) =>
  policy.kind === "none" || at.getTime() <= dueAt.getTime() + policy.graceMinutes * MINUTE;

/** What is left of the marks for what was handed in at a moment, in whole per cent. */
export function keptAt(policy: LatePolicy, dueAt: Date, handedInAt: Date, timeZone: string): number {
  if (policy.kind === "none" || isForgiven(policy, dueAt, handedInAt)) return 100;
  if (policy.kind === "grace") return 0;
  const days = daysBegun(dueAt, handedInAt, timeZone);
  if (policy.kind === "perDay") return Math.max(policy.floor, 100 - days * policy.percent);
  return policy.steps.find((step) => days <= step.days)?.kept ?? policy.floor;
}

export interface LateStep {
  /** What is handed in after this moment, and not after the next step's, keeps `kept` per cent. */
  from: Date;
  kept: number;
}

/** The policy as it goes down between the due and the closing moment; the first step begins at the due moment. */
export function lateSteps(policy: LatePolicy, dueAt: Date, closesAt: Date, timeZone: string): LateStep[] {
  const keptAfter = (from: number) => keptAt(policy, dueAt, new Date(from + 1), timeZone);
  const ends = policy.kind === "none" ? [] : [dueAt.getTime() + policy.graceMinutes * MINUTE];
  const days = policy.kind === "perDay" ? Math.ceil(100 / policy.percent) : 0;
  for (let day = 1; day <= days; day++) ends.push(endOfDay(day, dueAt, timeZone));
  if (policy.kind === "steps") ends.push(...policy.steps.map((step) => endOfDay(step.days, dueAt, timeZone)));

  const found: LateStep[] = [{ from: dueAt, kept: keptAfter(dueAt.getTime()) }];
  for (const end of ends.filter((each) => each < closesAt.getTime()).sort((a, b) => a - b)) {
    const kept = keptAfter(end);
    if (kept < (found.at(-1)?.kept ?? 100)) found.push({ from: new Date(end), kept });
  }
  return found;
}

export interface Lateness {
  /** `forgiven`: after the due moment, and nothing is taken off for it. */
  kind: "inTime" | "forgiven" | "late";
  /** Milliseconds after the due moment; 0 in time. */
  by: number;
  /** Days begun since the due moment, on the course's clock. */
  days: number;
  /** Per cent. */
  kept: number;
}

/** What there is to say about when something was handed in. */
export function lateness(policy: LatePolicy, dueAt: Date, handedInAt: Date, timeZone: string): Lateness {
  const by = Math.max(0, handedInAt.getTime() - dueAt.getTime());
  const kept = keptAt(policy, dueAt, handedInAt, timeZone);
  const kind = by === 0 ? "inTime" : isForgiven(policy, dueAt, handedInAt) ? "forgiven" : "late";
  return { kind, by, days: daysBegun(dueAt, handedInAt, timeZone), kept };
}
