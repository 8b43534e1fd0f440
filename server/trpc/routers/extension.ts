import { z } from "zod";
import { extensionSave, extensionWithdrawal } from "@/domain/assignment/extension";
import { id } from "@/domain/id";
import { saveExtension } from "@/server/commands/extension/save-extension";
import { withdrawExtension } from "@/server/commands/extension/withdraw-extension";
import { extensionsOf } from "@/server/queries/extension";
import { courseProcedure, router } from "../init";

export const extensionRouter = router({
  list: courseProcedure
    .input(z.object({ assignmentId: id }))
    .query(({ ctx, input }) => extensionsOf(ctx.access, input.assignmentId)),
  save: courseProcedure
    .input(z.object({ extension: extensionSave }))
    .mutation(({ ctx, input }) => saveExtension(ctx.access, input.extension, ctx.now)),
  withdraw: courseProcedure
    .input(extensionWithdrawal)
    .mutation(({ ctx, input }) => withdrawExtension(ctx.access, input, ctx.now)),
});
