import { evidencePage } from "@/server/queries/evidence";
import { courseProcedure, router } from "../init";

export const evidenceRouter = router({
  page: courseProcedure.query(({ ctx }) => evidencePage(ctx.access, ctx.now)),
});
