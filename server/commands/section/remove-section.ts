import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { dissolve, lockGroups } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Takes a section away; its students stand in none then. The groups that followed it are taken away with it, or kept
 * without people where somebody has written in them. Refuses `not-found`.
 */
export async function removeSection(access: CourseAccess, sectionId: Id, now: Date): Promise<void> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  await transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const section = await tx.section.findUnique({ where: { id: sectionId, courseId } });
    if (!section) refuse({ code: "not-found" });
    const groups = await tx.group.findMany({ where: { courseId, sectionId }, select: { id: true } });
    const ids = groups.map(({ id }) => id);
    await dissolve(tx, ids, now);
    await tx.section.delete({ where: { id: sectionId } });
    await tx.groupSet.updateMany({
      where: { courseId, kind: "sections" },
      data: { version: { increment: 1 } },
    });
    await recordAtDesk(tx, {
      type: "section.removed",
      payload: { name: section.name },
      courseId,
      actorId: actor.membershipId,
      subjectId: sectionId,
      at: now,
    });
  });
}
