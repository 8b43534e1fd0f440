import { z } from "zod";
import { id } from "@/domain/id";
import { sourceImport, sourceSave } from "@/domain/source/draft";
import { version } from "@/domain/version";
import { moveReading } from "@/server/commands/reading/move-reading";
import { deleteSource } from "@/server/commands/source/delete-source";
import { importSource } from "@/server/commands/source/import-source";
import { publishSource } from "@/server/commands/source/publish-source";
import { reviseSource } from "@/server/commands/source/revise-source";
import { saveSource } from "@/server/commands/source/save-source";
import { previewEdition } from "@/server/queries/edition";
import { sourceOf, sourcesOf } from "@/server/queries/source";
import { courseProcedure, router } from "../init";

export const sourceRouter = router({
  list: courseProcedure.query(({ ctx }) => sourcesOf(ctx.access)),
  get: courseProcedure.input(z.object({ id })).query(({ ctx, input }) => sourceOf(ctx.access, input.id)),
  import: courseProcedure
    .input(sourceImport)
    .mutation(({ ctx, input }) => importSource(ctx.access, input, ctx.now)),
  save: courseProcedure
    .input(sourceSave)
    .mutation(({ ctx, input }) => saveSource(ctx.access, input, ctx.now)),
  publish: courseProcedure
    .input(z.object({ id, revision: version }))
    .mutation(({ ctx, input }) => publishSource(ctx.access, input, ctx.now)),
  revise: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => reviseSource(ctx.access, input, ctx.now)),
  /** What would become of everything that stands on a reading. */
  previewMove: courseProcedure
    .input(z.object({ readingId: id, versionId: id }))
    .query(({ ctx, input }) => previewEdition(ctx.access, input)),
  move: courseProcedure
    .input(z.object({ readingId: id, versionId: id, from: id }))
    .mutation(({ ctx, input }) => moveReading(ctx.access, input, ctx.now)),
  delete: courseProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => deleteSource(ctx.access, input, ctx.now)),
});
