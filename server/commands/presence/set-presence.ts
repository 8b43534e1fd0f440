import { can } from "@/domain/access/policy";
import type { PresenceSetting } from "@/domain/reading/presence";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";

/** Lets oneself be seen reading, or not; staff decide the same for the whole course. */
export async function setPresence(access: CourseAccess, input: PresenceSetting, now: Date): Promise<void> {
  const { courseId, actor } = access;
  const ofCourse = input.of === "course";
  if (ofCourse && !can(actor, "presence.manage")) refuse({ code: "not-allowed" });
  await transaction(async (tx) => {
    if (ofCourse) await tx.course.update({ where: { id: courseId }, data: { presence: input.on } });
    else await tx.membership.update({ where: { id: actor.membershipId }, data: { presence: input.on } });
    await recordAtDesk(tx, {
      type: "presence.set",
      payload: { of: input.of, on: input.on },
      courseId,
      actorId: actor.membershipId,
      subjectId: ofCourse ? courseId : actor.membershipId,
      at: now,
    });
  });
}
