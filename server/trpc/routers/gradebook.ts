import { z } from "zod";
import { categoriesSave } from "@/domain/grading/categories";
import { marksSet } from "@/domain/grading/mark";
import { MAX_SOURCE_BYTES } from "@/domain/source/decode";
import { saveCategories } from "@/server/commands/gradebook/save-categories";
import { setMarks } from "@/server/commands/gradebook/set-marks";
import { gradebookTable } from "@/server/queries/gradebook";
import { marksExport, marksPreview } from "@/server/queries/marks-file";
import { courseProcedure, router } from "../init";

export const gradebookRouter = router({
  table: courseProcedure.query(({ ctx }) => gradebookTable(ctx.access, ctx.now)),
  export: courseProcedure.query(({ ctx }) => marksExport(ctx.access, ctx.now)),
  /** A mutation for its size only: it writes nothing. What a file may have in bytes, its text never has in units. */
  preview: courseProcedure
    .input(z.object({ csv: z.string().max(MAX_SOURCE_BYTES) }))
    .mutation(({ ctx, input }) => marksPreview(ctx.access, input.csv, ctx.now)),
  setMarks: courseProcedure
    .input(marksSet)
    .mutation(({ ctx, input }) => setMarks(ctx.access, input, ctx.now)),
  saveCategories: courseProcedure
    .input(categoriesSave)
    .mutation(({ ctx, input }) => saveCategories(ctx.access, input, ctx.now)),
});
