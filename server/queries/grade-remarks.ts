import type { Remarks } from "@/domain/grading/grade";
import type { Measure } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

interface Graded {
  assignmentId: Id;
  studentId: Id;
  measure: Measure;
}

/**
 * Refuses `not-found` for a remark on what is not a criterion of the rubric, or not a comment or response of the
 * student's own in the assignment that staff may read. Remarks that stood before stay, whatever became of what they
 * are on; and what is deleted while somebody writes one does not keep the grade from being saved. At most two statements; none where nothing was added.
 */
export async function checkRemarks(
  { courseId }: CourseAccess,
  { assignmentId, studentId, measure }: Graded,
  known: Remarks,
  next: Remarks,
): Promise<void> {
  const added = Object.entries(next).filter(([on, { kind }]) => known[on]?.kind !== kind);
  const on = (wanted: string) => added.flatMap(([id, { kind }]) => (kind === wanted ? [id] : []));
  const isCriterion = (id: Id) => measure.criteria.some((criterion) => criterion.id === id);
  const [comments, responses] = [on("comment"), on("response")];
  const own = { courseId, authorId: studentId };
  const [found, answered] = await Promise.all([
    comments.length === 0
      ? 0
      : db().comment.count({
          where: { ...own, id: { in: comments }, audience: { not: "private" }, reading: { assignmentId } },
        }),
    responses.length === 0
      ? 0
      : db().response.count({
          where: { ...own, id: { in: responses }, submittedAt: { not: null }, prompt: { assignmentId } },
        }),
  ]);
  const isWhole = found === comments.length && answered === responses.length;
  if (!isWhole || !on("criterion").every(isCriterion)) refuse({ code: "not-found" });
}
