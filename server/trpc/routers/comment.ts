import { z } from "zod";
import {
  answerMark,
  commentEdit,
  newComment,
  newReply,
  reaction,
  threadMark,
} from "@/domain/comment/comment";
import { threadFilter } from "@/domain/comment/filter";
import { seenThreads } from "@/domain/comment/seen";
import { id } from "@/domain/id";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { markAnswer } from "@/server/commands/comment/mark-answer";
import { pinThread } from "@/server/commands/comment/pin-thread";
import { postComment } from "@/server/commands/comment/post-comment";
import { reactToComment } from "@/server/commands/comment/react-to-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { resolveThread } from "@/server/commands/comment/resolve-thread";
import { seeThreads } from "@/server/commands/comment/see-threads";
import { commentsOfReading } from "@/server/queries/comment";
import { historyOf } from "@/server/queries/comment-history";
import { digestOf } from "@/server/queries/digest";
import { discussionOfReading } from "@/server/queries/discussion";
import { peopleOfDiscussion } from "@/server/queries/people";
import { headsOf, nextUnread, threadOf, threadsOfParagraph } from "@/server/queries/thread";
import { courseProcedure, router } from "../init";

const position = z.int().nonnegative().max(100_000);

/** Anything about the comments of one reading: gives the discussion it belongs to. */
const inReading = courseProcedure
  .input(z.object({ readingId: id }))
  .use(async ({ ctx, input, next }) =>
    next({ ctx: { ...ctx, discussion: await discussionOfReading(ctx.access, input.readingId, ctx.now) } }),
  );

const filtered = inReading.input(z.object({ filter: threadFilter })).use(({ ctx, input, next }) => {
  const { access, discussion } = ctx;
  return next({
    ctx: { ...ctx, query: { access, discussion, readingId: input.readingId, filter: input.filter } },
  });
});

export const commentRouter = router({
  ofReading: inReading.query(({ ctx, input }) =>
    commentsOfReading(ctx.access, ctx.discussion, input.readingId),
  ),
  digest: filtered.query(({ ctx }) => digestOf(ctx.query)),
  heads: filtered
    .input(z.object({ positions: z.array(position).min(1).max(60) }))
    .query(({ ctx, input }) => headsOf(ctx.query, input.positions)),
  ofParagraph: filtered
    .input(z.object({ position, at: position.nullish(), cursor: position.optional() }))
    .query(({ ctx, input }) => threadsOfParagraph(ctx.query, input.position, input)),
  thread: courseProcedure
    .input(z.object({ threadId: id }))
    .query(({ ctx, input }) => threadOf(ctx.access, input.threadId, ctx.now)),
  nextUnread: inReading
    .input(z.object({ position, threadId: id.nullable(), back: z.boolean() }))
    .query(({ ctx, input }) =>
      nextUnread({ access: ctx.access, discussion: ctx.discussion, readingId: input.readingId }, input),
    ),
  people: inReading.query(({ ctx }) => peopleOfDiscussion(ctx.access, ctx.discussion)),
  history: courseProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => historyOf(ctx.access, input.id, ctx.now)),

  post: courseProcedure
    .input(z.object({ comment: newComment }))
    .mutation(({ ctx, input }) => postComment(ctx.access, input.comment, ctx.now)),
  reply: courseProcedure
    .input(z.object({ reply: newReply }))
    .mutation(({ ctx, input }) => replyToComment(ctx.access, input.reply, ctx.now)),
  edit: courseProcedure
    .input(z.object({ edit: commentEdit }))
    .mutation(({ ctx, input }) => editComment(ctx.access, input.edit, ctx.now)),
  delete: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => deleteComment(ctx.access, input.id, ctx.now)),
  react: courseProcedure
    .input(reaction)
    .mutation(({ ctx, input }) => reactToComment(ctx.access, input, ctx.now)),
  resolve: courseProcedure
    .input(threadMark)
    .mutation(({ ctx, input }) => resolveThread(ctx.access, input, ctx.now)),
  pin: courseProcedure.input(threadMark).mutation(({ ctx, input }) => pinThread(ctx.access, input, ctx.now)),
  answer: courseProcedure
    .input(answerMark)
    .mutation(({ ctx, input }) => markAnswer(ctx.access, input, ctx.now)),
  seen: courseProcedure
    .input(z.object({ seen: seenThreads }))
    .mutation(({ ctx, input }) => seeThreads(ctx.access, input.seen, ctx.now)),
});
