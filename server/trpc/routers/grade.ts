import { z } from "zod";
import { gradeRecall, gradeRelease, gradeSave } from "@/domain/grading/grade";
import { id } from "@/domain/id";
import { recallGrade } from "@/server/commands/grade/recall-grade";
import { draftsRelease, releaseDrafts } from "@/server/commands/grade/release-drafts";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { findGrade } from "@/server/queries/grade";
import { ownGrade, ownGrades } from "@/server/queries/grade-own";
import { gradePage } from "@/server/queries/grade-page";
import { assignmentToGrade } from "@/server/queries/gradebook";
import { courseProcedure, router } from "../init";

export const gradeRouter = router({
  toGrade: courseProcedure.query(({ ctx }) => assignmentToGrade(ctx.access, ctx.now)),
  page: courseProcedure
    .input(z.object({ assignmentId: id, studentId: id.nullable() }))
    .query(({ ctx, input }) => gradePage(ctx.access, input.assignmentId, input.studentId)),
  ofStudent: courseProcedure
    .input(z.object({ assignmentId: id, studentId: id }))
    .query(
      async ({ ctx, input }) => (await findGrade(ctx.access, input.assignmentId, input.studentId)).grade,
    ),
  own: courseProcedure
    .input(z.object({ assignmentId: id }))
    .query(({ ctx, input }) => ownGrade(ctx.access, input.assignmentId)),
  ownList: courseProcedure.query(({ ctx }) => ownGrades(ctx.access)),
  save: courseProcedure.input(gradeSave).mutation(({ ctx, input }) => saveGrade(ctx.access, input, ctx.now)),
  release: courseProcedure
    .input(gradeRelease)
    .mutation(({ ctx, input }) => releaseGrade(ctx.access, input, ctx.now)),
  recall: courseProcedure
    .input(gradeRecall)
    .mutation(({ ctx, input }) => recallGrade(ctx.access, input, ctx.now)),
  releaseDrafts: courseProcedure
    .input(draftsRelease)
    .mutation(({ ctx, input }) => releaseDrafts(ctx.access, input, ctx.now)),
});
