import { z } from "zod";
import { assignmentSave, newAssignment } from "@/domain/assignment/assignment";
import { id } from "@/domain/id";
import { version } from "@/domain/version";
import { createAssignment } from "@/server/commands/assignment/create-assignment";
import { publishAssignment } from "@/server/commands/assignment/publish-assignment";
import { saveAssignment } from "@/server/commands/assignment/save-assignment";
import { assignmentChoices, assignmentOf, assignmentsOf } from "@/server/queries/assignment";
import { courseProcedure, router } from "../init";

export const assignmentRouter = router({
  list: courseProcedure.query(({ ctx }) => assignmentsOf(ctx.access)),
  choices: courseProcedure.query(({ ctx }) => assignmentChoices(ctx.access)),
  get: courseProcedure.input(z.object({ id })).query(({ ctx, input }) => assignmentOf(ctx.access, input.id)),
  create: courseProcedure
    .input(newAssignment)
    .mutation(({ ctx, input }) => createAssignment(ctx.access, input, ctx.now)),
  save: courseProcedure
    .input(assignmentSave)
    .mutation(({ ctx, input }) => saveAssignment(ctx.access, input, ctx.now)),
  publish: courseProcedure
    .input(z.object({ id, version }))
    .mutation(({ ctx, input }) => publishAssignment(ctx.access, input, ctx.now)),
});
