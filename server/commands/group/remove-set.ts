import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { lockGroups } from "@/server/adapters/groups";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { setOf } from "@/server/queries/group";

/**
 * Takes a way of dividing the course away. Refuses `in-use` with the assignment's title when one is divided so, or was
 * while somebody wrote there: a conversation without its group would be everybody's.
 */
export async function removeSet(access: CourseAccess, input: { setId: Id }, now: Date): Promise<void> {
  authorize(access, "group.write");
  const { courseId, actor } = access;
  await transaction(async (tx) => {
    await lockGroups(tx, courseId);
    const { version } = await setOf(access, input.setId, tx);
    const use = await tx.assignment.findFirst({
      where: {
        courseId,
        OR: [
          { groupSetId: input.setId },
          { rooms: { some: { group: { groupSetId: input.setId } } } },
          { extensions: { some: { group: { groupSetId: input.setId } } } },
        ],
      },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { title: true },
    });
    if (use) refuse({ code: "in-use", title: use.title });
    await tx.groupSet.delete({ where: { id: input.setId } });
    await recordAtDesk(tx, {
      type: "groups.removed",
      payload: { version },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.setId,
      at: now,
    });
  });
}
