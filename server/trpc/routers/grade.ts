import { z } from "zod";
import { gradePlace, gradeRecall, gradeRelease, gradeSave, gradeUndo } from "@/domain/grading/grade";
import { gradeAnswer, gradeAsk, unmasking } from "@/domain/grading/grade-request";
import { shareMove, sharingOut } from "@/domain/grading/queue-shares";
import { id } from "@/domain/id";
import { answerAsked, askAgain } from "@/server/commands/grade/ask-again";
import { recallGrade } from "@/server/commands/grade/recall-grade";
import { draftsRelease, releaseDrafts } from "@/server/commands/grade/release-drafts";
import { releaseGrade } from "@/server/commands/grade/release-grade";
import { saveGrade } from "@/server/commands/grade/save-grade";
import { moveShare, shareOut } from "@/server/commands/grade/share-out";
import { showNames, showOneName } from "@/server/commands/grade/show-names";
import { undoGrade } from "@/server/commands/grade/undo-grade";
import { findGrade } from "@/server/queries/grade";
import { gradeBeside } from "@/server/queries/grade-beside";
import { gradeByPrompt } from "@/server/queries/grade-by-prompt";
import { ownGrade } from "@/server/queries/grade-own";
import { ownGrades } from "@/server/queries/grade-own-list";
import { gradeNext, gradePage } from "@/server/queries/grade-page";
import { assignmentToGrade } from "@/server/queries/grade-waiting";
import { courseProcedure, router } from "../init";

export const gradeRouter = router({
  toGrade: courseProcedure.query(({ ctx }) => assignmentToGrade(ctx.access)),
  page: courseProcedure
    .input(z.object({ assignmentId: id, studentId: id.nullable() }))
    .query(({ ctx, input }) => gradePage(ctx.access, input.assignmentId, input.studentId)),
  next: courseProcedure
    .input(z.object(gradePlace))
    .query(({ ctx, input }) => gradeNext(ctx.access, input.assignmentId, input.studentId)),
  beside: courseProcedure
    .input(z.object(gradePlace))
    .query(({ ctx, input }) => gradeBeside(ctx.access, input.assignmentId, input.studentId)),
  byPrompt: courseProcedure
    .input(z.object({ assignmentId: id, promptId: id }))
    .query(({ ctx, input }) => gradeByPrompt(ctx.access, input.assignmentId, input.promptId)),
  ofStudent: courseProcedure
    .input(z.object(gradePlace))
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
  undo: courseProcedure.input(gradeUndo).mutation(({ ctx, input }) => undoGrade(ctx.access, input, ctx.now)),
  ask: courseProcedure.input(gradeAsk).mutation(({ ctx, input }) => askAgain(ctx.access, input, ctx.now)),
  answer: courseProcedure
    .input(gradeAnswer)
    .mutation(({ ctx, input }) => answerAsked(ctx.access, input, ctx.now)),
  shareOut: courseProcedure
    .input(sharingOut)
    .mutation(({ ctx, input }) => shareOut(ctx.access, input, ctx.now)),
  moveShare: courseProcedure.input(shareMove).mutation(({ ctx, input }) => moveShare(ctx.access, input)),
  unmask: courseProcedure
    .input(unmasking)
    .mutation(({ ctx, input }) => showOneName(ctx.access, input, ctx.now)),
  showNames: courseProcedure
    .input(z.object({ assignmentId: id }))
    .mutation(({ ctx, input }) => showNames(ctx.access, input.assignmentId, ctx.now)),
  releaseDrafts: courseProcedure
    .input(draftsRelease)
    .mutation(({ ctx, input }) => releaseDrafts(ctx.access, input, ctx.now)),
});
