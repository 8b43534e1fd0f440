import { z } from "zod";
import { commentEdit, newComment, newReply } from "@/domain/comment/comment";
import { id } from "@/domain/id";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { commentsOfReading } from "@/server/queries/comment";
import { discussionOfReading } from "@/server/queries/reading";
import { courseProcedure, router } from "../init";

export const commentRouter = router({
  ofReading: courseProcedure.input(z.object({ readingId: id })).query(async ({ ctx, input }) => {
    const discussion = await discussionOfReading(ctx.access, input.readingId, ctx.now);
    return commentsOfReading(ctx.access, discussion, input.readingId, ctx.now);
  }),
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
});
