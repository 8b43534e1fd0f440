import { router } from "./init";
import { commentRouter } from "./routers/comment";
import { rubricRouter } from "./routers/rubric";

/** One router a noun. The type of this is all that the browser imports. */
export const appRouter = router({
  comment: commentRouter,
  rubric: rubricRouter,
});

export type AppRouter = typeof appRouter;
