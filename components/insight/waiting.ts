import type { UnansweredPrompt } from "./shapes";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long something has waited, in whole days or, on the first day, in whole hours. */
export function waitedSince(at: Date, now: Date): { unit: "days" | "hours"; count: number } {
  const passed = Math.max(0, now.getTime() - at.getTime());
  return passed < DAY
    ? { unit: "hours", count: Math.floor(passed / HOUR) }
    : { unit: "days", count: Math.floor(passed / DAY) };
}

const oldest = (prompt: UnansweredPrompt) =>
  Math.min(...prompt.answers.map(({ submittedAt }) => submittedAt.getTime()));

/** The prompts by who has waited longest, and so the answers within each. */
export const oldestFirst = (prompts: readonly UnansweredPrompt[]): UnansweredPrompt[] =>
  prompts
    .map((prompt) => ({
      ...prompt,
      answers: prompt.answers.toSorted(
        (one, other) => one.submittedAt.getTime() - other.submittedAt.getTime(),
      ),
    }))
    .toSorted((one, other) => oldest(one) - oldest(other));
