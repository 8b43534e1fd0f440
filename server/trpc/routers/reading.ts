import { z } from "zod";
import { findWords } from "@/domain/find/words";
import { id } from "@/domain/id";
import { keepPlace } from "@/server/commands/reading/keep-place";
import { readingPage } from "@/server/queries/reading";
import { searchReading } from "@/server/queries/search";
import { courseProcedure, router } from "../init";

export const readingRouter = router({
  page: courseProcedure
    .input(z.object({ readingId: id }))
    .query(({ ctx, input }) => readingPage(ctx.access, input.readingId, ctx.now)),
  search: courseProcedure
    .input(z.object({ readingId: id, words: findWords }))
    .query(({ ctx, input }) => searchReading(ctx.access, input, ctx.now)),
  keepPlace: courseProcedure
    .input(z.object({ readingId: id, position: z.int().positive().max(100_000) }))
    .mutation(({ ctx, input }) => keepPlace(ctx.access, input, ctx.now)),
});
