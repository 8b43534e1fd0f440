import type { SectionPlaces } from "@/domain/group/group";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { followSections, lockGroups } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { presentStudent } from "@/server/queries/group";

/**
 * Puts students into a section; sets that follow the sections take them along. Refuses `not-found` unless all of them
 * are students here.
 */
export async function putInSection(access: CourseAccess, input: SectionPlaces, now: Date): Promise<void> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  const { sectionId } = input;
  const membershipIds = [...new Set(input.membershipIds)];
  await transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const section = sectionId && (await tx.section.findUnique({ where: { id: sectionId, courseId } }));
    const students = { id: { in: membershipIds }, courseId, ...presentStudent };
    const count = await tx.membership.count({ where: students });
    if (section === null && sectionId !== null) refuse({ code: "not-found" });
    if (count < membershipIds.length) refuse({ code: "not-found" });
    const elsewhere = sectionId
      ? { OR: [{ sectionId: null }, { sectionId: { not: sectionId } }] }
      : { sectionId: { not: null } };
    const moving = await tx.membership.findMany({
      where: { ...students, ...elsewhere },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    const ids = moving.map(({ id }) => id);
    await tx.membership.updateMany({ where: { id: { in: ids } }, data: { sectionId } });
    const act = { courseId, actorId: actor.membershipId, at: now };
    await followSections(tx, ids, act);
    await recordAtDesk(tx, {
      type: "section.filled",
      payload: { students: ids.length },
      subjectId: sectionId ?? courseId,
      ...act,
    });
  });
}
