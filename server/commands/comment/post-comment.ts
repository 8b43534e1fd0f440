import { can } from "@/domain/access/policy";
import { anchorOf } from "@/domain/anchor/passage";
import type { NewComment } from "@/domain/comment/comment";
import { refuse } from "@/domain/refusal";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import { resolveCitations } from "@/server/queries/citation";
import { type CommentView, findComment, hasPosted } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { mayWrite, roomFacts, roomToWriteIn } from "@/server/queries/discussion";
import { discussionOfReading, textOfParagraph } from "@/server/queries/reading";

/**
 * Posts an annotation: load, authorize, decide, save the row and its event in one transaction. Posting the same id
 * again answers with what is there.
 */
export async function postComment(access: CourseAccess, input: NewComment, now: Date): Promise<CommentView> {
  const discussion = await discussionOfReading(access, input.readingId, now);
  const address = roomToWriteIn(access, discussion, input.groupId ?? null);
  if (!can(access.actor, "comment.post", roomFacts(discussion, address.groupId), now)) {
    // Sent again after the close, because the first answer was lost: it is there, and that is the answer.
    if (await hasPosted(access, input.id)) return ownComment(access, input.id, now);
    mayWrite(access, discussion, address.groupId, now);
  }

  const text = input.paragraphId && (await textOfParagraph(access, input.readingId, input.paragraphId));
  const anchor = input.passage && text ? anchorOf(text, input.passage) : null;
  if (input.passage && !anchor) refuse({ code: "anchor-mismatch" });
  const citations = await resolveCitations(access, input.body, now);

  await transaction(async (tx) => {
    const roomId = await openRoom(tx, address);
    const { count } = await tx.comment.createMany({
      data: {
        id: input.id,
        courseId: access.courseId,
        roomId,
        readingId: input.readingId,
        authorId: access.actor.membershipId,
        threadId: input.id,
        threadAuthorId: access.actor.membershipId,
        paragraphId: input.paragraphId,
        startOffset: anchor?.start,
        endOffset: anchor?.end,
        quote: anchor?.quote,
        prefix: anchor?.prefix,
        suffix: anchor?.suffix,
        signal: input.signal,
        audience: input.audience,
        body: input.body,
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await keepCitations(tx, { courseId: access.courseId, commentId: input.id }, citations);
    await recordEvent(tx, roomId, {
      type: "comment.posted",
      payload: { threadId: input.id, audience: input.audience },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return ownComment(access, input.id, now);
}

/** What stands under an id that was just posted; refuses `id-taken` when it is somebody else's. */
async function ownComment(access: CourseAccess, id: string, now: Date): Promise<CommentView> {
  const { view } = await findComment(access, id, now);
  return view.mine ? view : refuse({ code: "id-taken" });
}
