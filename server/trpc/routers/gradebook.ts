import { z } from "zod";
import { categoriesSave } from "@/domain/grading/categories";
import { marksSet } from "@/domain/grading/mark";
import { saveCategories } from "@/server/commands/gradebook/save-categories";
import { setMarks } from "@/server/commands/gradebook/set-marks";
import { gradebookOf } from "@/server/queries/gradebook";
import { marksExport, marksPreview } from "@/server/queries/marks-file";
import { courseProcedure, router } from "../init";

/** UTF-16 units: some thousand students by some fifty assignments. */
const MOST_CSV = 2_000_000;

export const gradebookRouter = router({
  table: courseProcedure.query(({ ctx }) => gradebookOf(ctx.access, ctx.now)),
  export: courseProcedure.query(({ ctx }) => marksExport(ctx.access, ctx.now)),
  /** A mutation for its size only: it writes nothing. */
  preview: courseProcedure
    .input(z.object({ csv: z.string().max(MOST_CSV) }))
    .mutation(({ ctx, input }) => marksPreview(ctx.access, input.csv, ctx.now)),
  setMarks: courseProcedure
    .input(marksSet)
    .mutation(({ ctx, input }) => setMarks(ctx.access, input, ctx.now)),
  saveCategories: courseProcedure
    .input(categoriesSave)
    .mutation(({ ctx, input }) => saveCategories(ctx.access, input, ctx.now)),
});
