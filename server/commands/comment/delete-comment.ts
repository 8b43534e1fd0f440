import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";

/** Deletes a comment: its words go, its place stays as long as replies hang on it. Deleting again changes nothing. */
export async function deleteComment(access: CourseAccess, id: Id, now: Date): Promise<void> {
  const { view, facts, discussion, roomId } = await findComment(access, id, now);
  if (view.deleted) return;
  if (!can(access.actor, "comment.delete", facts, roomFacts(discussion, view.groupId), now)) {
    if (view.mine) mayWrite(access, discussion, view.groupId, now);
    refuse({ code: "not-allowed" });
  }
  const isGone = await transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id, version: view.version, deletedAt: null },
      data: { deletedAt: now, body: "", version: { increment: 1 } },
    });
    if (count === 0) return false;
    await tx.commentVersion.create({
      data: {
        commentId: id,
        courseId: access.courseId,
        version: view.version,
        body: view.body,
        signal: view.signal,
        at: view.editedAt ?? view.createdAt,
      },
    });
    await tx.citation.deleteMany({ where: { commentId: id } });
    await recordEvent(tx, roomId, {
      type: "comment.deleted",
      payload: { byStaff: !view.mine },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
    return true;
  });
  // An edit came between: what it said is to be kept as well.
  if (!isGone) await deleteComment(access, id, now);
}
