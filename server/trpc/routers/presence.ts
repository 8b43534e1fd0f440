import { z } from "zod";
import { presenceReport, presenceSetting } from "@/domain/reading/presence";
import { reportPresence } from "@/server/commands/presence/report-presence";
import { setPresence } from "@/server/commands/presence/set-presence";
import { courseProcedure, router } from "../init";

export const presenceRouter = router({
  report: courseProcedure
    .input(z.object({ report: presenceReport }))
    .mutation(({ ctx, input }) => reportPresence(ctx.access, input.report, ctx.now)),
  set: courseProcedure
    .input(z.object({ setting: presenceSetting }))
    .mutation(({ ctx, input }) => setPresence(ctx.access, input.setting, ctx.now)),
});
