import { can } from "@/domain/access/policy";
import type { CommentEdit } from "@/domain/comment/comment";
import { refuse } from "@/domain/refusal";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { resolveCitations } from "@/server/queries/citation";
import { type CommentView, findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";

/** Edits one's own comment; what it said before is kept. Refuses `stale` with the newer text. */
export async function editComment(access: CourseAccess, input: CommentEdit, now: Date): Promise<CommentView> {
  const { view, facts, discussion, roomId } = await findComment(access, input.id, now);
  if (view.deleted) refuse({ code: "deleted" });
  if (view.mine && saysAsMuch(view, input)) return view;
  if (!can(access.actor, "comment.edit", facts, roomFacts(discussion, view.groupId), now)) {
    mayWrite(access, discussion, view.groupId, now);
    refuse({ code: "not-allowed" });
  }
  const citations = await resolveCitations(access, input.body, now);

  if (view.version === input.version) {
    await transaction(async (tx) => {
      const { count } = await tx.comment.updateMany({
        where: { id: input.id, version: input.version, deletedAt: null },
        data: { body: input.body, signal: input.signal, version: { increment: 1 }, editedAt: now },
      });
      if (count === 0) return;
      await tx.commentVersion.create({
        data: {
          commentId: view.id,
          courseId: access.courseId,
          version: input.version,
          body: view.body,
          signal: view.signal,
          at: view.editedAt ?? view.createdAt,
        },
      });
      await keepCitations(tx, { courseId: access.courseId, commentId: view.id }, citations);
      await recordEvent(tx, roomId, {
        type: "comment.edited",
        payload: { version: input.version + 1 },
        courseId: access.courseId,
        actorId: access.actor.membershipId,
        subjectId: view.id,
        at: now,
      });
    });
  }
  // Read again: another edit or a deletion may have come between.
  const { view: standing } = await findComment(access, input.id, now);
  if (saysAsMuch(standing, input)) return standing;
  if (standing.deleted) refuse({ code: "deleted" });
  return refuse({ code: "stale", current: { version: standing.version, text: standing.body } });
}

/** Whether the comment stands as this edit leaves it: just saved, or by the same edit sent before. */
const saysAsMuch = (view: CommentView, input: CommentEdit) =>
  !view.deleted &&
  view.version === input.version + 1 &&
  view.body === input.body &&
  view.signal === input.signal;
