import { z } from "zod";
import { newRubric, rubricPreview, rubricSave } from "@/domain/grading/rubric";
import { id } from "@/domain/id";
import { createRubric } from "@/server/commands/rubric/create-rubric";
import { removeRubric } from "@/server/commands/rubric/remove-rubric";
import { saveRubric } from "@/server/commands/rubric/save-rubric";
import { rubricList } from "@/server/queries/rubric";
import { rubricEffects } from "@/server/queries/rubric-effects";
import { courseProcedure, router } from "../init";

export const rubricRouter = router({
  list: courseProcedure.query(({ ctx }) => rubricList(ctx.access)),
  create: courseProcedure
    .input(newRubric)
    .mutation(({ ctx, input }) => createRubric(ctx.access, input, ctx.now)),
  effects: courseProcedure
    .input(rubricPreview)
    .query(({ ctx, input }) => rubricEffects(ctx.access, input.id, input.rubric)),
  save: courseProcedure
    .input(rubricSave)
    .mutation(({ ctx, input }) => saveRubric(ctx.access, input, ctx.now)),
  remove: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => removeRubric(ctx.access, input.id, ctx.now)),
});
