import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { optionalText } from "@/domain/text";
import { versionOrNone } from "@/domain/version";
import { blank, type GradeContent, MAX_REASON } from "./grade";
import { points } from "./points";

/** What is entered in a cell of the gradebook: points for the whole grade, or that there is none to give. */
export const mark = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("points"), points }),
  z.object({ kind: z.literal("missing") }),
  z.object({ kind: z.literal("excused") }),
]);
export type Mark = z.infer<typeof mark>;

/** The most marks that are set in one step. */
export const MOST_MARKS = 50;

export const marksSet = z.object({
  marks: z
    .array(
      z.object({
        /** The grade's id, should this be its first save. */
        id: clientId,
        assignmentId: id,
        studentId: id,
        /** The version the change was made on; 0 while there is none. */
        version: versionOrNone,
        mark,
      }),
    )
    .min(1)
    .max(MOST_MARKS),
  /** Owed where a released grade changes; the students see it. */
  reason: optionalText(MAX_REASON).default(""),
});
export type MarksSet = z.infer<typeof marksSet>;

/** A grade with the mark entered for the whole of it; what else it says stays. */
export function withMark(content: GradeContent | null, entered: Mark): GradeContent {
  const said = content ?? blank;
  return entered.kind === "points"
    ? { ...said, standing: "graded", points: entered.points }
    : { ...said, standing: entered.kind, points: null };
}
