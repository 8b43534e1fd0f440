import { z } from "zod";
import { sectionDraft, sectionPlaces } from "@/domain/group/group";
import { id } from "@/domain/id";
import { putInSection } from "@/server/commands/section/put-in-section";
import { removeSection } from "@/server/commands/section/remove-section";
import { saveSection } from "@/server/commands/section/save-section";
import { courseProcedure, router } from "../init";

export const sectionRouter = router({
  save: courseProcedure
    .input(z.object({ section: sectionDraft }))
    .mutation(({ ctx, input }) => saveSection(ctx.access, input.section, ctx.now)),
  remove: courseProcedure
    .input(z.object({ sectionId: id }))
    .mutation(({ ctx, input }) => removeSection(ctx.access, input.sectionId, ctx.now)),
  put: courseProcedure
    .input(z.object({ places: sectionPlaces }))
    .mutation(({ ctx, input }) => putInSection(ctx.access, input.places, ctx.now)),
});
