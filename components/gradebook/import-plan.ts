import type { MarkChange, MarksPreview } from "@/domain/grading/marks-file";
import type { MarkToSet } from "./use-marks";

export const changeKey = ({ studentId, assignmentId }: Pick<MarkChange, "studentId" | "assignmentId">) =>
  `${studentId}/${assignmentId}`;

/** Everything is taken but what was changed here after the file was written: that wants somebody's word. */
export const taken = (preview: MarksPreview): ReadonlySet<string> =>
  new Set(preview.changes.filter(({ newerHere }) => !newerHere).map(changeKey));

/** The marks to write, as they were chosen. */
export const marksOf = (preview: MarksPreview, chosen: ReadonlySet<string>): MarkToSet[] =>
  preview.changes
    .filter((change) => chosen.has(changeKey(change)))
    .map(({ studentId, assignmentId, version, to }) => ({
      studentId,
      assignmentId,
      version,
      mark:
        to === "EX"
          ? { kind: "excused" as const }
          : to === "MI"
            ? { kind: "missing" as const }
            : { kind: "points" as const, points: to },
    }));

/** How many of the chosen change what a student has seen: those want a reason. */
export const releasedAmong = (preview: MarksPreview, chosen: ReadonlySet<string>): number =>
  preview.changes.filter((change) => change.released && chosen.has(changeKey(change))).length;
