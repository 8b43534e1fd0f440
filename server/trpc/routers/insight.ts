import { z } from "zod";
import { id } from "@/domain/id";
import { activityOf } from "@/server/queries/insight-activity";
import { fallingBehind } from "@/server/queries/insight-behind";
import { readingHeat } from "@/server/queries/insight-heat";
import { openQuestions } from "@/server/queries/insight-questions";
import { repliesBetween } from "@/server/queries/insight-replies";
import { insightChoices } from "@/server/queries/insight-scope";
import { courseProcedure, router } from "../init";

const sectionId = id.nullable().default(null);
const scope = z.object({ assignmentId: id.nullable().default(null), sectionId });

export const insightRouter = router({
  choices: courseProcedure.query(({ ctx }) => insightChoices(ctx.access)),
  heat: courseProcedure
    .input(z.object({ readingId: id, sectionId }))
    .query(({ ctx, input }) => readingHeat(ctx.access, input)),
  questions: courseProcedure
    .input(scope)
    .query(({ ctx, input }) => openQuestions(ctx.access, input, ctx.now)),
  behind: courseProcedure.input(scope).query(({ ctx, input }) => fallingBehind(ctx.access, input, ctx.now)),
  replies: courseProcedure.input(scope).query(({ ctx, input }) => repliesBetween(ctx.access, input, ctx.now)),
  activity: courseProcedure.input(scope).query(({ ctx, input }) => activityOf(ctx.access, input)),
});
