import { can } from "@/domain/access/policy";
import type { NewReply } from "@/domain/comment/comment";
import { refuse } from "@/domain/refusal";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { recordEvent } from "@/server/adapters/event-log";
import { resolveCitations } from "@/server/queries/citation";
import { type CommentView, findComment, hasPosted } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts } from "@/server/queries/discussion";

/** Replies in a thread: in the room, at the place and for the audience of what is answered. Idempotent by id. */
export async function replyToComment(access: CourseAccess, input: NewReply, now: Date): Promise<CommentView> {
  const { view: parent, facts, discussion, roomId } = await findComment(access, input.parentId, now);
  if (!can(access.actor, "comment.reply", facts, roomFacts(discussion, parent.groupId), now)) {
    // Sent again after the close, because the first answer was lost.
    if (await hasPosted(access, input.id)) return (await findComment(access, input.id, now)).view;
    mayWrite(access, discussion, parent.groupId, now);
    refuse({ code: "not-allowed" });
  }
  const citations = await resolveCitations(access, input.body, now);

  await transaction(async (tx) => {
    const { count } = await tx.comment.createMany({
      data: {
        id: input.id,
        courseId: access.courseId,
        roomId,
        readingId: parent.readingId,
        authorId: access.actor.membershipId,
        threadId: parent.threadId,
        threadAuthorId: facts.threadAuthorId,
        parentId: parent.id,
        paragraphId: parent.paragraphId,
        audience: parent.audience,
        body: input.body,
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await keepCitations(tx, { courseId: access.courseId, commentId: input.id }, citations);
    await recordEvent(tx, roomId, {
      type: "comment.posted",
      payload: { threadId: parent.threadId, audience: parent.audience },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  const { view } = await findComment(access, input.id, now);
  return view.mine ? view : refuse({ code: "id-taken" });
}
