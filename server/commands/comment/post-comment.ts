import { can } from "@/domain/access/policy";
import { type Anchor, anchorOf, type Passage } from "@/domain/anchor/passage";
import type { NewComment } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import { countWords } from "@/domain/prompt/citation";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { openRoom, recordEvent } from "@/server/adapters/event-log";
import { keepMentions } from "@/server/adapters/mentions";
import { mustStillStand } from "@/server/adapters/reading-text";
import { resolveCitations } from "@/server/queries/citation";
import { findComment, hasPosted } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import {
  discussionOfReading,
  mayKeepPrivate,
  mayWrite,
  roomFacts,
  roomToWriteIn,
} from "@/server/queries/discussion";
import { resolveMentions } from "@/server/queries/people";
import { textsOfParagraphs } from "@/server/queries/reading";

/**
 * Posts an annotation: load, authorize, decide, save the row and its event in one transaction. Posting the same id
 * again answers with what is there.
 */
export async function postComment(access: CourseAccess, input: NewComment, now: Date): Promise<CommentWire> {
  const { courseId, actor } = access;
  // Sent again because the first answer was lost: it is there, whatever has closed or moved since.
  if (await hasPosted(access, input.id)) return ownComment(access, input.id, now);
  const discussion = await discussionOfReading(access, input.readingId, now);
  const address = roomToWriteIn(access, discussion, input.groupId ?? null);
  if (!can(actor, "comment.post", roomFacts(discussion, address.groupId), now)) {
    mayWrite(access, discussion, address.groupId, now);
  }
  mayKeepPrivate(access, discussion, input);

  const { anchor, spans } = await anchorsOf(access, input);
  const citations = await resolveCitations(access, input.body, now);
  const mentions = await resolveMentions(access, discussion, input.body);

  await transaction(async (tx) => {
    await giveAliases(
      tx,
      { ...discussion.assignment, courseId },
      actor.role === "student" ? [actor.membershipId] : [],
    );
    const roomId = await openRoom(tx, address);
    const { count } = await tx.comment.createMany({
      data: {
        id: input.id,
        courseId,
        roomId,
        readingId: input.readingId,
        authorId: actor.membershipId,
        threadId: input.id,
        threadAuthorId: actor.membershipId,
        paragraphId: input.paragraphId,
        startOffset: anchor?.start,
        endOffset: anchor?.end,
        quote: anchor?.quote,
        prefix: anchor?.prefix,
        suffix: anchor?.suffix,
        signal: input.signal,
        audience: input.audience,
        body: input.body,
        words: countWords(input.body),
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await mustStillStand(tx, input.readingId, standsOn(input));
    await tx.commentSpan.createMany({
      data: spans.map(({ paragraphId, start, end, quote }, index) => ({
        commentId: input.id,
        courseId,
        position: index + 1,
        paragraphId,
        startOffset: start,
        endOffset: end,
        quote,
      })),
    });
    await keepCitations(tx, { courseId, commentId: input.id }, citations);
    await keepMentions(tx, { courseId, commentId: input.id }, mentions);
    await recordEvent(tx, roomId, {
      type: "comment.posted",
      payload: { threadId: input.id, audience: input.audience },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return ownComment(access, input.id, now);
}

const standsOn = ({ paragraphId, spans = [] }: NewComment): Id[] =>
  paragraphId ? [paragraphId, ...spans.map((span) => span.paragraphId)] : [];

/**
 * Where the comment hangs. Refuses `not-found` for a paragraph of another text and `anchor-mismatch` where the words
 * do not stand at their place, or where the paragraphs of a longer passage do not follow one another.
 */
async function anchorsOf(access: CourseAccess, input: NewComment) {
  const spans = input.spans ?? [];
  if (!input.paragraphId) return { anchor: null, spans: [] };
  const paragraphs = await textsOfParagraphs(access, input.readingId, standsOn(input));
  const follows = paragraphs.every(
    (row, at) => at === 0 || row.position > (paragraphs[at - 1]?.position ?? 0),
  );
  if (!follows) refuse({ code: "anchor-mismatch" });
  const anchorIn = (at: number, sent: Passage): Anchor =>
    anchorOf(paragraphs[at]?.text ?? "", sent) ?? refuse({ code: "anchor-mismatch" });
  return {
    anchor: input.passage && anchorIn(0, input.passage),
    spans: spans.map((span, at) => ({ paragraphId: span.paragraphId, ...anchorIn(at + 1, span.passage) })),
  };
}

/** What stands under an id that was just posted; refuses `id-taken` when it is somebody else's. */
async function ownComment(access: CourseAccess, id: Id, now: Date): Promise<CommentWire> {
  const { wire, mine } = await findComment(access, id, now);
  return mine ? wire : refuse({ code: "id-taken" });
}
