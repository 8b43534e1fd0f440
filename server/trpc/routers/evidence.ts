import { z } from "zod";
import { id } from "@/domain/id";
import { cellQuery, evidenceSave, newEvidence } from "@/domain/prompt/evidence";
import { checkEvidence } from "@/server/commands/evidence/check-evidence";
import { deleteEvidence } from "@/server/commands/evidence/delete-evidence";
import { markHelpful } from "@/server/commands/evidence/mark-helpful";
import { mergeEvidence, partEvidence } from "@/server/commands/evidence/merge-evidence";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import { saveEvidence } from "@/server/commands/evidence/save-evidence";
import { evidenceView } from "@/server/queries/evidence";
import { evidenceCell, similarEvidence, unplacedEvidence } from "@/server/queries/evidence-cell";
import { evidenceExport } from "@/server/queries/evidence-export";
import { evidenceHistory } from "@/server/queries/evidence-history";
import { evidenceLabels } from "@/server/queries/evidence-labels";
import { evidencePage } from "@/server/queries/evidence-page";
import { evidenceVersus } from "@/server/queries/evidence-versus";
import { courseProcedure, router } from "../init";

const ofOne = courseProcedure.input(z.object({ id }));

export const evidenceRouter = router({
  page: courseProcedure.query(({ ctx }) => evidencePage(ctx.access, ctx.now)),
  labels: courseProcedure.query(({ ctx }) => evidenceLabels(ctx.access, ctx.now)),
  cell: courseProcedure.input(cellQuery).query(({ ctx, input }) => evidenceCell(ctx.access, input, ctx.now)),
  unplaced: courseProcedure.query(({ ctx }) => unplacedEvidence(ctx.access, ctx.now)),
  get: ofOne.query(({ ctx, input }) => evidenceView(ctx.access, input.id, ctx.now)),
  similar: ofOne.query(({ ctx, input }) => similarEvidence(ctx.access, input.id, ctx.now)),
  history: ofOne.query(({ ctx, input }) => evidenceHistory(ctx.access, input.id, ctx.now)),
  versus: courseProcedure
    .input(z.object({ a: id, b: id }))
    .query(({ ctx, input }) => evidenceVersus(ctx.access, input, ctx.now)),
  export: courseProcedure.query(({ ctx }) => evidenceExport(ctx.access, ctx.now)),

  record: courseProcedure
    .input(z.object({ evidence: newEvidence }))
    .mutation(({ ctx, input }) => recordEvidence(ctx.access, input.evidence, ctx.now)),
  save: courseProcedure
    .input(z.object({ evidence: evidenceSave }))
    .mutation(({ ctx, input }) => saveEvidence(ctx.access, input.evidence, ctx.now)),
  delete: ofOne.mutation(({ ctx, input }) => deleteEvidence(ctx.access, input.id, ctx.now)),
  merge: ofOne
    .input(z.object({ intoId: id }))
    .mutation(({ ctx, input }) => mergeEvidence(ctx.access, input, ctx.now)),
  part: ofOne.mutation(({ ctx, input }) => partEvidence(ctx.access, input.id, ctx.now)),
  helpful: ofOne
    .input(z.object({ on: z.boolean() }))
    .mutation(({ ctx, input }) => markHelpful(ctx.access, input, ctx.now)),
  check: ofOne.mutation(({ ctx, input }) => checkEvidence(ctx.access, input.id, ctx.now)),
});
