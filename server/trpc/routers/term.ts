import { z } from "zod";
import { id } from "@/domain/id";
import { MOST_TERMS, newDifference, termSave } from "@/domain/prompt/term-input";
import { deleteDifference } from "@/server/commands/term/delete-difference";
import { orderTerms } from "@/server/commands/term/order-terms";
import { removeTerm } from "@/server/commands/term/remove-term";
import { saveTerm } from "@/server/commands/term/save-term";
import { stateDifference } from "@/server/commands/term/state-difference";
import { termList, termOf, termPage } from "@/server/queries/term";
import { courseProcedure, router } from "../init";

export const termRouter = router({
  list: courseProcedure.query(({ ctx }) => termList(ctx.access, ctx.now)),
  page: courseProcedure
    .input(z.object({ termId: id }))
    .query(({ ctx, input }) => termPage(ctx.access, input.termId, ctx.now)),
  get: courseProcedure
    .input(z.object({ termId: id }))
    .query(({ ctx, input }) => termOf(ctx.access, input.termId)),
  save: courseProcedure
    .input(z.object({ term: termSave }))
    .mutation(({ ctx, input }) => saveTerm(ctx.access, input.term, ctx.now)),
  remove: courseProcedure
    .input(z.object({ id, on: z.boolean() }))
    .mutation(({ ctx, input }) => removeTerm(ctx.access, input, ctx.now)),
  order: courseProcedure
    .input(z.object({ ids: z.array(id).max(2 * MOST_TERMS) }))
    .mutation(({ ctx, input }) => orderTerms(ctx.access, input.ids)),
  stateDifference: courseProcedure
    .input(z.object({ difference: newDifference }))
    .mutation(({ ctx, input }) => stateDifference(ctx.access, input.difference, ctx.now)),
  deleteDifference: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => deleteDifference(ctx.access, input.id, ctx.now)),
});
