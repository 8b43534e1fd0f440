import { gradebookOf } from "@/server/queries/gradebook";
import { courseProcedure, router } from "../init";

export const gradebookRouter = router({
  table: courseProcedure.query(({ ctx }) => gradebookOf(ctx.access, ctx.now)),
});
