import type { Mark } from "@/domain/grading/mark";
import { readPoints, showPoints } from "@/domain/grading/points";

export type Entered = { mark: Mark; fault: null } | { mark: null; fault: "unreadable" | "too-many" };

/** What somebody typed into a cell: points of the assignment's, `EX` for excused, `MI` for missing. */
export function readEntry(typed: string, most: string): Entered {
  const word = typed.trim().toUpperCase();
  if (word === "EX") return { mark: { kind: "excused" }, fault: null };
  if (word === "MI") return { mark: { kind: "missing" }, fault: null };
  const points = readPoints(typed);
  if (points === null) return { mark: null, fault: "unreadable" };
  if (points > (readPoints(most) ?? 0)) return { mark: null, fault: "too-many" };
  return { mark: { kind: "points", points: showPoints(points) }, fault: null };
}

/** A mark as it would be typed. */
export const typedOf = (mark: Mark): string =>
  mark.kind === "points" ? mark.points : mark.kind === "excused" ? "EX" : "MI";
