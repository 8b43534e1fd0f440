import { randomBytes } from "node:crypto";
import { codeFrom } from "@/domain/course/course";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/** A new code to join with, or none: the old one opens nothing from then on. */
export async function renewJoinCode(access: CourseAccess, open: boolean, now: Date): Promise<string | null> {
  authorize(access, "people.manage");
  const joinCode = open ? codeFrom(randomBytes(8)) : null;
  await transaction(async (tx) => {
    await tx.course.update({ where: { id: access.courseId }, data: { joinCode } });
    await recordAtDesk(tx, {
      type: "course.revised",
      payload: {},
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: access.courseId,
      at: now,
    });
  });
  return joinCode;
}
