import { z } from "zod";
import { newStance } from "@/domain/prompt/stance";
import { takeStance } from "@/server/commands/stance/take-stance";
import { ownStances } from "@/server/queries/stance";
import { courseProcedure, router } from "../init";

export const stanceRouter = router({
  mine: courseProcedure.query(({ ctx }) => ownStances(ctx.access)),
  take: courseProcedure
    .input(z.object({ stance: newStance }))
    .mutation(({ ctx, input }) => takeStance(ctx.access, input.stance, ctx.now)),
});
