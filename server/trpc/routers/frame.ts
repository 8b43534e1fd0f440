import { z } from "zod";
import { frameSave } from "@/domain/frame/frame";
import { id } from "@/domain/id";
import { copyFrame } from "@/server/commands/frame/copy-frame";
import { saveFrame } from "@/server/commands/frame/save-frame";
import { framePage, sourcesToCopy } from "@/server/queries/frame";
import { frameUses } from "@/server/queries/frame-uses";
import { courseProcedure, router } from "../init";

export const frameRouter = router({
  page: courseProcedure.query(({ ctx }) => framePage(ctx.access, ctx.now)),
  uses: courseProcedure.query(({ ctx }) => frameUses(ctx.access)),
  sourcesToCopy: courseProcedure.query(({ ctx }) => sourcesToCopy(ctx.access)),
  save: courseProcedure
    .input(z.object({ save: frameSave }))
    .mutation(({ ctx, input }) => saveFrame(ctx.access, input.save, ctx.now)),
  copy: courseProcedure
    .input(z.object({ fromCourseId: id }))
    .mutation(({ ctx, input }) => copyFrame(ctx.access, input.fromCourseId, ctx.now)),
});
