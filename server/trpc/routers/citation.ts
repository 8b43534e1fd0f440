import { z } from "zod";
import { id } from "@/domain/id";
import { citedInReading, citedParagraph } from "@/server/queries/cited";
import { courseProcedure, router } from "../init";

export const citationRouter = router({
  ofReading: courseProcedure
    .input(z.object({ readingId: id }))
    .query(({ ctx, input }) => citedInReading(ctx.access, input.readingId, ctx.now)),
  ofParagraph: courseProcedure
    .input(z.object({ readingId: id, paragraphId: id }))
    .query(({ ctx, input }) => citedParagraph(ctx.access, input, ctx.now)),
});
