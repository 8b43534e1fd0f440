import { type ShareMove, type SharingOut, sharedOut } from "@/domain/grading/queue-shares";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findGrade } from "@/server/queries/grade";
import { queueToShare } from "@/server/queries/grade-shares";

/** Refuses `not-found` unless all of these are staff who stand in the course. */
async function mustBeGraders({ courseId }: CourseAccess, ids: Id[]): Promise<void> {
  const found = await db().membership.count({
    where: { courseId, id: { in: ids }, role: { in: ["instructor", "assistant"] }, withdrawnAt: null },
  });
  if (found !== ids.length) refuse({ code: "not-found" });
}

/** Shares an assignment's students out among graders, evenly; whoever was assigned before is assigned anew. */
export async function shareOut(
  access: CourseAccess,
  input: SharingOut,
  now: Date,
): Promise<{ graders: number }> {
  authorize(access, "grade.share-out");
  const { courseId, actor } = access;
  const { assignmentId, graderIds, by } = input;
  await mustBeGraders(access, graderIds);
  const students = await queueToShare(access, assignmentId);
  const shares = sharedOut(students, graderIds, by).map((share) => ({ ...share, assignmentId, courseId }));
  await transaction(async (tx) => {
    // Of two who share out at once the second finds the first one's shares, and puts its own in their place.
    await tx.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${assignmentId}::uuid FOR NO KEY UPDATE`;
    await tx.graderShare.deleteMany({ where: { assignmentId, courseId } });
    await tx.graderShare.createMany({ data: shares, skipDuplicates: true });
    await recordAtDesk(tx, {
      type: "grade.shared-out",
      payload: { graders: graderIds.length },
      courseId,
      actorId: actor.membershipId,
      subjectId: assignmentId,
      at: now,
    });
  });
  return { graders: graderIds.length };
}

/** Gives one student to another grader, or to nobody. Doing it again changes nothing. */
export async function moveShare(access: CourseAccess, input: ShareMove): Promise<{ graderId: Id | null }> {
  authorize(access, "grade.share-out");
  const { assignmentId, graderId } = input;
  if (graderId) await mustBeGraders(access, [graderId]);
  const { studentId } = await findGrade(access, assignmentId, input.studentId);
  const key = { assignmentId, studentId };
  if (!graderId) await db().graderShare.deleteMany({ where: key });
  else {
    await db().graderShare.upsert({
      where: { assignmentId_studentId: key },
      create: { ...key, graderId, courseId: access.courseId },
      update: { graderId },
    });
  }
  return { graderId };
}
