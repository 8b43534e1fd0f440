import { can } from "@/domain/access/policy";
import type { CommentEdit } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import { countWords } from "@/domain/prompt/citation";
import { refuse } from "@/domain/refusal";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { keepMentions } from "@/server/adapters/mentions";
import { formerText, resolveCitations } from "@/server/queries/citation";
import { findComment } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayKeepPrivate, mayWrite, roomFacts } from "@/server/queries/discussion";
import { resolveMentions } from "@/server/queries/people";

/** Edits one's own comment; what it said before is kept. Refuses `stale` with the newer text. */
export async function editComment(access: CourseAccess, input: CommentEdit, now: Date): Promise<CommentWire> {
  const { courseId, actor } = access;
  const { row, wire, facts, discussion, mine } = await findComment(access, input.id, now);
  if (facts.deleted) refuse({ code: "deleted" });
  if (mine && saysAsMuch(wire, input)) return wire;
  if (!can(actor, "comment.edit", facts, roomFacts(discussion, row.room.groupId), now)) {
    mayWrite(access, discussion, row.room.groupId, now);
    refuse({ code: "not-allowed" });
  }
  mayKeepPrivate(access, discussion, { audience: row.audience, body: input.body });
  const former = await formerText(access, { commentId: row.id }, row.body);
  const citations = await resolveCitations(access, input.body, now, former);
  const mentions = await resolveMentions(access, discussion, input.body);

  if (row.version === input.version) {
    await transaction(async (tx) => {
      const { count } = await tx.comment.updateMany({
        where: { id: row.id, version: input.version, deletedAt: null },
        data: {
          body: input.body,
          words: countWords(input.body),
          signal: input.signal,
          version: { increment: 1 },
          revision: { increment: 1 },
          editedAt: now,
        },
      });
      if (count === 0) return;
      await tx.commentVersion.create({
        data: {
          commentId: row.id,
          courseId,
          version: input.version,
          body: row.body,
          signal: row.signal,
          at: row.editedAt ?? row.createdAt,
        },
      });
      await keepCitations(tx, { courseId, commentId: row.id }, citations);
      await keepMentions(tx, { courseId, commentId: row.id }, mentions);
      await recordEvent(tx, row.roomId, {
        type: "comment.edited",
        payload: { version: input.version + 1 },
        courseId,
        actorId: actor.membershipId,
        subjectId: row.id,
        at: now,
      });
    });
  }
  // Read again: another edit or a deletion may have come between.
  const { wire: standing } = await findComment(access, input.id, now);
  if (saysAsMuch(standing, input)) return standing;
  if (standing.deleted) refuse({ code: "deleted" });
  return refuse({ code: "stale", current: { version: standing.version, text: standing.body } });
}

/** Whether the comment stands as this edit leaves it: just saved, or by the same edit sent before. */
const saysAsMuch = (wire: CommentWire, input: CommentEdit) =>
  !wire.deleted &&
  wire.version === input.version + 1 &&
  wire.body === input.body &&
  wire.signal === input.signal;
