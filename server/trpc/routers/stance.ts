import { z } from "zod";
import { newStance } from "@/domain/prompt/stance";
import { takeStance } from "@/server/commands/stance/take-stance";
import { journeys, ownStances } from "@/server/queries/stance";
import { stanceDesk } from "@/server/queries/stance-desk";
import { flowPage } from "@/server/queries/stance-flow";
import { movedBy } from "@/server/queries/stance-moved";
import { courseProcedure, router } from "../init";

export const stanceRouter = router({
  mine: courseProcedure.query(({ ctx }) => ownStances(ctx.access)),
  desk: courseProcedure.query(({ ctx }) => stanceDesk(ctx.access, ctx.now)),
  take: courseProcedure
    .input(z.object({ stance: newStance }))
    .mutation(({ ctx, input }) => takeStance(ctx.access, input.stance, ctx.now)),
  flow: courseProcedure.query(({ ctx }) => flowPage(ctx.access)),
  journeys: courseProcedure.query(({ ctx }) => journeys(ctx.access)),
  moved: courseProcedure.query(({ ctx }) => movedBy(ctx.access)),
});
