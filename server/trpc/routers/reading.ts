import { z } from "zod";
import { id } from "@/domain/id";
import { readingPage } from "@/server/queries/reading";
import { courseProcedure, router } from "../init";

export const readingRouter = router({
  page: courseProcedure
    .input(z.object({ readingId: id }))
    .query(({ ctx, input }) => readingPage(ctx.access, input.readingId, ctx.now)),
});
