import { z } from "zod";
import { id } from "@/domain/id";
import { newReply, responseText } from "@/domain/prompt/response";
import { deleteResponse } from "@/server/commands/response/delete-response";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import { discussionOfPrompt } from "@/server/queries/prompt";
import { responsesOfPrompt } from "@/server/queries/response";
import { courseProcedure, router } from "../init";

export const responseRouter = router({
  ofPrompt: courseProcedure.input(z.object({ promptId: id })).query(async ({ ctx, input }) => {
    const discussion = await discussionOfPrompt(ctx.access, input.promptId, ctx.now);
    return responsesOfPrompt(ctx.access, discussion, input.promptId, ctx.now);
  }),
  keepDraft: courseProcedure
    .input(z.object({ response: responseText }))
    .mutation(({ ctx, input }) => saveResponse(ctx.access, input.response, "draft", ctx.now)),
  post: courseProcedure
    .input(z.object({ response: responseText }))
    .mutation(({ ctx, input }) => saveResponse(ctx.access, input.response, "post", ctx.now)),
  reply: courseProcedure
    .input(z.object({ reply: newReply }))
    .mutation(({ ctx, input }) => replyToResponse(ctx.access, input.reply, ctx.now)),
  delete: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => deleteResponse(ctx.access, input.id, ctx.now)),
});
