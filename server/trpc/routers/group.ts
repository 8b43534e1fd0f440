import { z } from "zod";
import { groupMove, makeAnew, newSet, setSave } from "@/domain/group/group";
import { id } from "@/domain/id";
import { makeGroupsAnew } from "@/server/commands/group/make-anew";
import { makeSet } from "@/server/commands/group/make-set";
import { moveStudent } from "@/server/commands/group/move-student";
import { removeSet } from "@/server/commands/group/remove-set";
import { saveSet } from "@/server/commands/group/save-set";
import { groupSets, groupsPage } from "@/server/queries/group";
import { anewOf } from "@/server/queries/group-anew";
import { courseProcedure, router } from "../init";

export const groupRouter = router({
  page: courseProcedure.query(({ ctx }) => groupsPage(ctx.access)),
  sets: courseProcedure.query(({ ctx }) => groupSets(ctx.access)),
  anew: courseProcedure
    .input(z.object({ setId: id }))
    .query(({ ctx, input }) => anewOf(ctx.access, input.setId)),
  make: courseProcedure
    .input(z.object({ set: newSet }))
    .mutation(({ ctx, input }) => makeSet(ctx.access, input.set, ctx.now)),
  save: courseProcedure
    .input(z.object({ set: setSave }))
    .mutation(({ ctx, input }) => saveSet(ctx.access, input.set, ctx.now)),
  makeAnew: courseProcedure
    .input(z.object({ anew: makeAnew }))
    .mutation(({ ctx, input }) => makeGroupsAnew(ctx.access, input.anew, ctx.now)),
  move: courseProcedure
    .input(z.object({ move: groupMove }))
    .mutation(({ ctx, input }) => moveStudent(ctx.access, input.move, ctx.now)),
  remove: courseProcedure
    .input(z.object({ setId: id }))
    .mutation(({ ctx, input }) => removeSet(ctx.access, input, ctx.now)),
});
