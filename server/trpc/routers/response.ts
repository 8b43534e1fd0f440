import { z } from "zod";
import { id } from "@/domain/id";
import { handNext, newReply, responseText, seenResponses } from "@/domain/prompt/response";
import { deleteResponse } from "@/server/commands/response/delete-response";
import { handNextResponses } from "@/server/commands/response/hand-next";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import { seeResponses } from "@/server/commands/response/see-responses";
import { discussionOfPrompt } from "@/server/queries/prompt-discussion";
import { nextToRead } from "@/server/queries/read-next";
import { responsesOfPrompt } from "@/server/queries/response";
import { responseHistory } from "@/server/queries/response-history";
import { courseProcedure, router } from "../init";

export const responseRouter = router({
  ofPrompt: courseProcedure.input(z.object({ promptId: id })).query(async ({ ctx, input }) => {
    const discussion = await discussionOfPrompt(ctx.access, input.promptId, ctx.now);
    return responsesOfPrompt(ctx.access, discussion, ctx.now);
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
  history: courseProcedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => responseHistory(ctx.access, input.id, ctx.now)),
  next: courseProcedure
    .input(z.object({ promptId: id }))
    .query(({ ctx, input }) => nextToRead(ctx.access, input.promptId, ctx.now)),
  handNext: courseProcedure
    .input(handNext)
    .mutation(({ ctx, input }) => handNextResponses(ctx.access, input, ctx.now)),
  seen: courseProcedure
    .input(seenResponses)
    .mutation(({ ctx, input }) => seeResponses(ctx.access, input.ids, ctx.now)),
});
