import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { holdDesk } from "@/server/adapters/assignment-parts";
import { holdAssignment, mustBeUntouched } from "@/server/adapters/assignment-removal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk, roomId } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Deletes a draft with its readings and prompts. Refuses `published`, `in-use` where there is a word or a grade of
 * anybody's, and `stale` when it was saved meanwhile. Deleting again finds it deleted.
 */
export async function deleteAssignment(
  access: CourseAccess,
  { id, version }: { id: Id; version: number },
  now: Date,
): Promise<{ id: Id }> {
  authorize(access, "assignment.write");
  const { courseId } = access;
  const own = { courseId, assignmentId: id };
  await transaction(async (tx) => {
    const held = await holdAssignment(tx, own);
    await holdDesk(tx, courseId);
    if (!held) {
      if (await wasDeleted(courseId, id)) return;
      refuse({ code: "not-found" });
    }
    if (held.publishedAt) refuse({ code: "published" });
    if (held.version !== version) {
      refuse({ code: "stale", current: { version: held.version, text: held.instructions } });
    }
    await mustBeUntouched(tx, own, held.title);
    await tx.assignment.delete({ where: { id, courseId } });
    await recordAtDesk(tx, {
      type: "assignment.deleted",
      payload: { title: held.title },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  return { id };
}

async function wasDeleted(courseId: Id, subjectId: Id): Promise<boolean> {
  const room = roomId({ courseId, assignmentId: null, groupId: null });
  const where = { courseId, roomId: room, subjectId, type: "assignment.deleted" };
  return (await db().event.count({ where })) > 0;
}
