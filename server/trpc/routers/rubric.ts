import { newRubric } from "@/domain/grading/rubric";
import { createRubric } from "@/server/commands/rubric/create-rubric";
import { rubricsOf } from "@/server/queries/rubric";
import { courseProcedure, router } from "../init";

export const rubricRouter = router({
  list: courseProcedure.query(({ ctx }) => rubricsOf(ctx.access)),
  create: courseProcedure
    .input(newRubric)
    .mutation(({ ctx, input }) => createRubric(ctx.access, input, ctx.now)),
});
