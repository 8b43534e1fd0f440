import { v7 as uuidv7 } from "uuid";
import type { SectionDraft } from "@/domain/group/group";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { mustBeFreeSectionName } from "@/server/adapters/group-names";
import { lockGroups } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Makes a section, or gives one another name; each set that follows the sections gets its group, or the group its name.
 * Refuses `name-taken`, and `id-taken` for another course's.
 */
export async function saveSection(
  access: CourseAccess,
  input: SectionDraft,
  now: Date,
): Promise<SectionDraft> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  const { id, name } = input;
  return transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const there = await tx.section.findUnique({ where: { id }, select: { courseId: true, name: true } });
    if (there && there.courseId !== courseId) refuse({ code: "id-taken" });
    if (there?.name === name) return input;
    await mustBeFreeSectionName(tx, courseId, input);
    await tx.section.upsert({ where: { id }, create: { id, courseId, name }, update: { name } });
    const follows = { courseId, kind: "sections" as const };
    if (there) {
      await tx.group.updateMany({ where: { sectionId: id, groupSet: follows }, data: { name } });
    } else {
      const sets = await tx.groupSet.findMany({
        where: follows,
        orderBy: { id: "asc" },
        select: { id: true, groups: { select: { position: true } } },
      });
      await tx.group.createMany({
        data: sets.map((set) => ({
          id: uuidv7(),
          courseId,
          groupSetId: set.id,
          sectionId: id,
          name,
          position: Math.max(0, ...set.groups.map(({ position }) => position)) + 1,
        })),
      });
    }
    await tx.groupSet.updateMany({ where: follows, data: { version: { increment: 1 } } });
    await recordAtDesk(tx, {
      type: "section.saved",
      payload: { name },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
    return input;
  });
}
