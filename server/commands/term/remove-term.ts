import type { Id } from "@/domain/id";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { termOf } from "@/server/queries/term";

/**
 * Takes a term out of the list, or with `on` false puts it back. Where nobody has stated a difference and no prompt
 * asks for it, it is deleted; else it is archived with all that hangs on it. Refuses `not-found`.
 */
export async function removeTerm(
  access: CourseAccess,
  input: { id: Id; on: boolean },
  now: Date,
): Promise<{ id: Id; kept: boolean }> {
  authorize(access, "term.write");
  const { courseId, actor } = access;
  const { id, on } = input;
  const { removed } = await termOf(access, id);
  if (removed === on) return { id, kept: true };
  return transaction(async (tx) => {
    // Nothing can be hung on it between the look and the deletion.
    await tx.$queryRaw`SELECT id FROM "Term" WHERE id = ${id}::uuid FOR UPDATE`;
    const unused = { differences: { none: {} }, prompts: { none: {} } };
    const gone = on ? await tx.term.deleteMany({ where: { id, courseId, ...unused } }) : { count: 0 };
    if (gone.count === 0) {
      await tx.term.updateMany({ where: { id, courseId }, data: { removedAt: on ? now : null } });
    }
    await recordAtDesk(tx, {
      type: "term.removed",
      payload: { on },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
    return { id, kept: gone.count === 0 };
  });
}
