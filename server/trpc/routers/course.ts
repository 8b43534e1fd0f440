import { z } from "zod";
import { roles } from "@/domain/access/actor";
import { courseDetails, joinCode } from "@/domain/course/course";
import { frameOrigin } from "@/domain/frame/frame";
import { clientId, id } from "@/domain/id";
import { flowSettings } from "@/domain/prompt/stance";
import { changeMember } from "@/server/commands/course/change-member";
import { createCourse } from "@/server/commands/course/create-course";
import { joinCourse } from "@/server/commands/course/join-course";
import { renewJoinCode } from "@/server/commands/course/renew-join-code";
import { setFlow } from "@/server/commands/course/set-flow";
import { courseFrame, courseOverview, coursesOf, people } from "@/server/queries/course";
import { framesOfMine } from "@/server/queries/frame";
import { courseProcedure, personProcedure, router } from "../init";

export const courseRouter = router({
  mine: personProcedure.query(({ ctx }) => coursesOf(ctx.claim, ctx.now)),
  framesToCopy: personProcedure.query(({ ctx }) => framesOfMine(ctx.claim)),
  create: personProcedure
    .input(courseDetails.extend({ id: clientId, frame: frameOrigin.default({ kind: "none" }) }))
    .mutation(({ ctx, input }) => createCourse(ctx.claim, input, ctx.now)),
  join: personProcedure
    .input(z.object({ code: joinCode }))
    .mutation(({ ctx, input }) => joinCourse(ctx.claim, input.code, ctx.now)),
  frame: courseProcedure.query(({ ctx }) => courseFrame(ctx.access)),
  overview: courseProcedure.query(({ ctx }) => courseOverview(ctx.access, ctx.now)),
  people: courseProcedure.query(({ ctx }) => people(ctx.access)),
  changeMember: courseProcedure
    .input(z.object({ change: z.object({ membershipId: id, role: z.enum(roles), withdrawn: z.boolean() }) }))
    .mutation(({ ctx, input }) => changeMember(ctx.access, input.change, ctx.now)),
  setFlow: courseProcedure
    .input(z.object({ flow: flowSettings }))
    .mutation(({ ctx, input }) => setFlow(ctx.access, input.flow, ctx.now)),
  renewJoinCode: courseProcedure
    .input(z.object({ open: z.boolean() }))
    .mutation(({ ctx, input }) => renewJoinCode(ctx.access, input.open, ctx.now)),
});
