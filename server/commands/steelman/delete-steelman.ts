import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";
import { findSteelman } from "@/server/queries/steelman";

/** Deletes a steelman; what it said is kept among its versions. Deleting again changes nothing. */
export async function deleteSteelman(access: CourseAccess, id: Id, now: Date): Promise<void> {
  const { view, place, roomId, groupId, authorId, deleted } = await findSteelman(access, id, now);
  if (deleted) return;
  const room = roomFacts(place.discussion, groupId);
  if (!can(access.actor, "steelman.delete", { authorId, deleted }, room, now)) {
    if (view.mine) mayWrite(access, place.discussion, groupId, now);
    refuse({ code: "not-allowed" });
  }
  const done = await transaction(async (tx) => {
    const { count } = await tx.steelman.updateMany({
      where: { id, version: view.version, deletedAt: null },
      data: { deletedAt: now, body: "", version: { increment: 1 } },
    });
    if (count === 0) return false;
    await tx.steelmanVersion.create({
      data: {
        steelmanId: id,
        courseId: access.courseId,
        version: view.version,
        body: view.body,
        at: view.editedAt ?? view.createdAt,
      },
    });
    await tx.citation.deleteMany({ where: { steelmanId: id } });
    await recordEvent(tx, roomId, {
      type: "steelman.deleted",
      payload: {},
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
    return true;
  });
  if (done) return;
  // Somebody else deleted it meanwhile, or it says something else now.
  const standing = await findSteelman(access, id, now);
  if (standing.deleted) return;
  const { version, body } = standing.view;
  refuse({ code: "stale", current: { version, text: body } });
}
