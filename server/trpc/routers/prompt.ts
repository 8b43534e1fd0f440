import { z } from "zod";
import { id } from "@/domain/id";
import { citablePassages } from "@/server/queries/citable";
import { promptList, promptPage } from "@/server/queries/prompt";
import { promptProgress } from "@/server/queries/prompt-progress";
import { unansweredResponses } from "@/server/queries/unanswered";
import { courseProcedure, router } from "../init";

export const promptRouter = router({
  list: courseProcedure.query(({ ctx }) => promptList(ctx.access, ctx.now)),
  progress: courseProcedure.query(({ ctx }) => promptProgress(ctx.access, ctx.now)),
  page: courseProcedure
    .input(z.object({ promptId: id }))
    .query(({ ctx, input }) => promptPage(ctx.access, input.promptId, ctx.now)),
  passages: courseProcedure.query(({ ctx }) => citablePassages(ctx.access, ctx.now)),
  unanswered: courseProcedure.query(({ ctx }) => unansweredResponses(ctx.access)),
});
