import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";
import { findResponse } from "@/server/queries/response";

/** Deletes an answer or a reply; what it said is kept among its versions. Deleting again changes nothing. */
export async function deleteResponse(access: CourseAccess, id: Id, now: Date): Promise<void> {
  const { view, discussion, roomId, authorId, deleted } = await findResponse(access, id, now);
  if (deleted) return;
  const facts = { authorId, submitted: view.submittedAt !== null, deleted };
  if (!can(access.actor, "response.delete", facts, roomFacts(discussion, view.groupId), now)) {
    if (view.mine) mayWrite(access, discussion, view.groupId, now);
    refuse({ code: "not-allowed" });
  }
  const done = await transaction(async (tx) => {
    const { count } = await tx.response.updateMany({
      where: { id, version: view.version, deletedAt: null },
      data: { deletedAt: now, body: "", version: { increment: 1 } },
    });
    if (count === 0) return false;
    await tx.responseVersion.create({
      data: {
        responseId: id,
        courseId: access.courseId,
        version: view.version,
        body: view.body,
        positionId: view.positionId,
        at: view.savedAt,
      },
    });
    await tx.citation.deleteMany({ where: { responseId: id } });
    await recordEvent(tx, roomId, {
      type: "response.deleted",
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
  const standing = await findResponse(access, id, now);
  if (standing.deleted) return;
  const { version, body } = standing.view;
  refuse({ code: "stale", current: { version, text: body } });
}
