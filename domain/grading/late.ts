import { z } from "zod";

/** Whole per cent. */
const percent = z.int().min(0).max(100);

/** Minutes after the due moment in which nothing is taken off yet. */
const graceMinutes = z
  .int()
  .min(0)
  .max(60 * 24 * 7);

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
  /** Until the end of day `days` the share `kept`; after the last step, `floor`. */
  z.object({
    kind: z.literal("steps"),
    graceMinutes,
    steps: z
      .array(z.object({ days: z.int().min(1).max(365), kept: percent }))
      .min(1)
      .max(10)
      .refine((steps) => steps.every((step, at) => at === 0 || step.days > (steps[at - 1]?.days ?? 0)), {
        message: "steps-out-of-order",
      }),
    floor: percent,
  }),
]);
export type LatePolicy = z.infer<typeof latePolicy>;

export const noLatePolicy: LatePolicy = { kind: "none" };
