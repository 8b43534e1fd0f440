import { z } from "zod";
import {
  assignmentChange,
  assignmentCopy,
  assignmentSave,
  newAssignment,
} from "@/domain/assignment/assignment";
import { id } from "@/domain/id";
import { version } from "@/domain/version";
import { copyAssignment } from "@/server/commands/assignment/copy-assignment";
import { createAssignment } from "@/server/commands/assignment/create-assignment";
import { deleteAssignment } from "@/server/commands/assignment/delete-assignment";
import { publishAssignment } from "@/server/commands/assignment/publish-assignment";
import { saveAssignment } from "@/server/commands/assignment/save-assignment";
import { unpublishAssignment } from "@/server/commands/assignment/unpublish-assignment";
import { assignmentOf, assignmentsOf } from "@/server/queries/assignment";
import { assignmentChoices } from "@/server/queries/assignment-choices";
import { assignmentEffects } from "@/server/queries/assignment-effects";
import { copyTargets } from "@/server/queries/copy-targets";
import { courseAccess } from "@/server/queries/course-access";
import { courseProcedure, router } from "../init";

const atVersion = z.object({ id, version });

export const assignmentRouter = router({
  list: courseProcedure.query(({ ctx }) => assignmentsOf(ctx.access)),
  choices: courseProcedure.query(({ ctx }) => assignmentChoices(ctx.access)),
  get: courseProcedure.input(z.object({ id })).query(({ ctx, input }) => assignmentOf(ctx.access, input.id)),
  copyTargets: courseProcedure.query(({ ctx }) => copyTargets(ctx.access)),
  /** Asks only; it is sent as a write because a draft is longer than an address may be. */
  effects: courseProcedure
    .input(assignmentChange)
    .mutation(({ ctx, input }) => assignmentEffects(ctx.access, input, ctx.now)),
  create: courseProcedure
    .input(newAssignment)
    .mutation(({ ctx, input }) => createAssignment(ctx.access, input, ctx.now)),
  save: courseProcedure
    .input(assignmentSave)
    .mutation(({ ctx, input }) => saveAssignment(ctx.access, input, ctx.now)),
  publish: courseProcedure
    .input(atVersion)
    .mutation(({ ctx, input }) => publishAssignment(ctx.access, input, ctx.now)),
  unpublish: courseProcedure
    .input(atVersion)
    .mutation(({ ctx, input }) => unpublishAssignment(ctx.access, input, ctx.now)),
  delete: courseProcedure
    .input(atVersion)
    .mutation(({ ctx, input }) => deleteAssignment(ctx.access, input, ctx.now)),
  copy: courseProcedure.input(assignmentCopy).mutation(async ({ ctx, input }) => {
    const { toCourseId, ...copy } = input;
    const to = await courseAccess(ctx.claim, toCourseId);
    return copyAssignment(ctx.access, to, copy, ctx.now);
  }),
});
