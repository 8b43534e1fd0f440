import type { UnmaskingInput } from "@/domain/grading/grade-request";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade } from "@/server/queries/grade";

/** Tells one grader one name of a blind assignment; that it was told, and why, is kept. */
export async function showOneName(
  access: CourseAccess,
  input: UnmaskingInput,
  now: Date,
): Promise<{ name: string }> {
  const { assignmentId, reason } = input;
  const { studentId, blind } = await findGrade(access, assignmentId, input.studentId);
  const { courseId, actor } = access;
  const graderId = actor.membershipId;
  if (blind) {
    await transaction(async (tx) => {
      const row = { assignmentId, studentId, graderId, courseId, reason, at: now };
      const { count } = await tx.unmasking.createMany({ data: row, skipDuplicates: true });
      if (count === 0) return;
      await recordAtDesk(tx, {
        type: "grade.unmasked",
        payload: { assignmentId },
        courseId,
        actorId: graderId,
        subjectId: assignmentId,
        at: now,
      });
    });
  }
  const student = await db().membership.findUnique({
    where: { id: studentId },
    select: { user: { select: { name: true } } },
  });
  return student ? { name: student.user.name } : refuse({ code: "not-found" });
}

/** Gives all names of a blind assignment back to all staff, once and for good. Doing it again changes nothing. */
export async function showNames(access: CourseAccess, assignmentId: Id, now: Date): Promise<void> {
  authorize(access, "grade.show-names");
  const { courseId, actor } = access;
  const assignment = await db().assignment.findUnique({
    where: { id: assignmentId, courseId },
    select: { id: true },
  });
  if (!assignment) refuse({ code: "not-found" });
  await transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, blind: true, namesShownAt: null },
      data: { namesShownAt: now },
    });
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "assignment.names-shown",
      payload: {},
      courseId,
      actorId: actor.membershipId,
      subjectId: assignmentId,
      at: now,
    });
  });
}
