import { z } from "zod";
import { id } from "@/domain/id";
import { newSteelman, newVerdict, rebuttal, steelmanSave } from "@/domain/prompt/steelman";
import { amendSteelman } from "@/server/commands/steelman/amend-steelman";
import { deleteSteelman } from "@/server/commands/steelman/delete-steelman";
import { judgeSteelman } from "@/server/commands/steelman/judge-steelman";
import { rebutSteelman } from "@/server/commands/steelman/rebut-steelman";
import { writeSteelman } from "@/server/commands/steelman/write-steelman";
import { steelmenOfPrompt } from "@/server/queries/steelman";
import { courseProcedure, router } from "../init";

export const steelmanRouter = router({
  ofPrompt: courseProcedure
    .input(z.object({ promptId: id }))
    .query(({ ctx, input }) => steelmenOfPrompt(ctx.access, input.promptId, ctx.now)),
  write: courseProcedure
    .input(z.object({ steelman: newSteelman }))
    .mutation(({ ctx, input }) => writeSteelman(ctx.access, input.steelman, ctx.now)),
  amend: courseProcedure
    .input(z.object({ save: steelmanSave }))
    .mutation(({ ctx, input }) => amendSteelman(ctx.access, input.save, ctx.now)),
  judge: courseProcedure
    .input(z.object({ verdict: newVerdict }))
    .mutation(({ ctx, input }) => judgeSteelman(ctx.access, input.verdict, ctx.now)),
  rebut: courseProcedure
    .input(z.object({ rebuttal }))
    .mutation(({ ctx, input }) => rebutSteelman(ctx.access, input.rebuttal, ctx.now)),
  delete: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => deleteSteelman(ctx.access, input.id, ctx.now)),
});
