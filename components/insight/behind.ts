import { grouped } from "./grouped";
import type { Choices, StudentBehind } from "./shapes";

type Reason = StudentBehind["reasons"][number];

/** What somebody is behind in, in one assignment. */
export interface BehindAt {
  assignmentId: string;
  title: string;
  reasons: { kind: Reason["kind"]; lateBy: number; path: string }[];
}

/** Assignments told of one person: the newest say how it stands. */
const MOST_ASSIGNMENTS = 3;

/**
 * A person's reasons, the newest assignment first, each with the path within the course that leads to the text or to
 * the prompt; and in how many assignments more.
 */
export function behindAt(
  { assignments }: Choices,
  { reasons }: StudentBehind,
): { at: BehindAt[]; more: number } {
  const known = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  const byAssignment = [...grouped(reasons, (reason) => reason.assignmentId)].flatMap(([id, found]) => {
    const assignment = known.get(id);
    return assignment ? [{ assignment, found }] : [];
  });
  const ordered = byAssignment.toSorted(
    (one, other) => other.assignment.dueAt.getTime() - one.assignment.dueAt.getTime(),
  );
  const at = ordered.slice(0, MOST_ASSIGNMENTS).map(({ assignment, found }) => {
    const [reading] = assignment.readings;
    const [prompt] = assignment.prompts;
    const text = reading && `/readings/${reading.id}`;
    const question = prompt && `/prompts/${prompt.id}`;
    return {
      assignmentId: assignment.id,
      title: assignment.title,
      reasons: found.map(({ kind, lateBy }) => ({
        kind,
        lateBy,
        path: (kind === "missing" || kind === "late" ? (question ?? text) : (text ?? question)) ?? "",
      })),
    };
  });
  return { at, more: ordered.length - at.length };
}

/** How late, in the largest unit that fits: at least a minute. */
export function latenessOf(lateBy: number): { unit: "minutes" | "hours" | "days"; count: number } {
  const minutes = Math.max(1, Math.round(lateBy / 60_000));
  if (minutes < 60) return { unit: "minutes", count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.round(hours / 24) };
}
