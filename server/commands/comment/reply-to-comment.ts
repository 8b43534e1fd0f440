import { can } from "@/domain/access/policy";
import type { NewReply } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import { countWords } from "@/domain/prompt/citation";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { keepMentions } from "@/server/adapters/mentions";
import { resolveCitations } from "@/server/queries/citation";
import { findComment, hasPosted } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayKeepPrivate, mayWrite, roomFacts } from "@/server/queries/discussion";
import { resolveMentions } from "@/server/queries/people";

/** Replies in a thread: in the room, at the place and for the audience of what is answered. Idempotent by id. */
export async function replyToComment(access: CourseAccess, input: NewReply, now: Date): Promise<CommentWire> {
  const { courseId, actor } = access;
  const { row: parent, facts, discussion } = await findComment(access, input.parentId, now);
  const { groupId } = parent.room;
  if (!can(actor, "comment.reply", facts, roomFacts(discussion, groupId), now)) {
    // Sent again after the close, because the first answer was lost.
    if (await hasPosted(access, input.id)) return (await findComment(access, input.id, now)).wire;
    mayWrite(access, discussion, groupId, now);
    refuse({ code: "not-allowed" });
  }
  if (!(await hasPosted(access, input.id))) {
    mayKeepPrivate(access, discussion, { audience: parent.audience, body: input.body });
  }
  const citations = await resolveCitations(access, input.body, now);
  const mentions = await resolveMentions(access, discussion, input.body);

  await transaction(async (tx) => {
    await giveAliases(
      tx,
      { ...discussion.assignment, courseId },
      actor.role === "student" ? [actor.membershipId] : [],
    );
    const { count } = await tx.comment.createMany({
      data: {
        id: input.id,
        courseId,
        roomId: parent.roomId,
        readingId: parent.readingId,
        authorId: actor.membershipId,
        threadId: parent.threadId,
        threadAuthorId: facts.threadAuthorId,
        parentId: parent.id,
        paragraphId: parent.paragraphId,
        audience: parent.audience,
        body: input.body,
        words: countWords(input.body),
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await keepCitations(tx, { courseId, commentId: input.id }, citations);
    await keepMentions(tx, { courseId, commentId: input.id }, mentions);
    await recordEvent(tx, parent.roomId, {
      type: "comment.posted",
      payload: { threadId: parent.threadId, audience: parent.audience },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  const { wire, mine } = await findComment(access, input.id, now);
  return mine ? wire : refuse({ code: "id-taken" });
}
