import { z } from "zod";
import { readPoints, showPoints } from "@/domain/grading/points";
import type { GradeView } from "./grading-types";

/** A grade being written, as it is kept on the device until it is saved. */
const deskDraft = z.object({
  /** The grade's id, should this become its first save. */
  id: z.string(),
  /** The version it was begun on; 0 when there was none. */
  version: z.number(),
  /** As typed; empty takes the sum of the marks. */
  points: z.string(),
  feedback: z.string(),
  marks: z.record(z.string(), z.string()),
  /** Owed when the grade is released. */
  reason: z.string(),
});
export type DeskDraft = z.infer<typeof deskDraft>;

/** What the device kept, or null for nothing that can be read. */
export function readDraft(kept: string): DeskDraft | null {
  if (kept === "") return null;
  try {
    return deskDraft.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}

export const writeDraft = (draft: DeskDraft): string => JSON.stringify(draft);

/** A draft that says what the saved grade says. */
export const draftOf = (grade: GradeView | null, id: string): DeskDraft => ({
  id: grade?.id ?? id,
  version: grade?.version ?? 0,
  points: grade?.points ?? "",
  feedback: grade?.feedback ?? "",
  marks: grade?.marks ?? {},
  reason: "",
});

/** Points as they are sent: null for none, and unreadable ones as typed, to be refused. */
export function pointsTyped(draft: Pick<DeskDraft, "points">): string | null {
  const typed = draft.points.trim();
  if (typed === "") return null;
  const read = readPoints(typed);
  return read === null ? typed : showPoints(read);
}

/** Whether the draft says anything else than the saved grade; a reason alone changes nothing. */
export function differs(draft: DeskDraft, grade: GradeView | null): boolean {
  const saved = draftOf(grade, draft.id);
  const criteria = new Set([...Object.keys(draft.marks), ...Object.keys(saved.marks)]);
  return (
    draft.points !== saved.points ||
    draft.feedback !== saved.feedback ||
    [...criteria].some((criterion) => draft.marks[criterion] !== saved.marks[criterion])
  );
}
