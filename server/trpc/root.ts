import { router } from "./init";
import { commentRouter } from "./routers/comment";

/** One router a noun. The type of this is all that the browser imports. */
export const appRouter = router({
  comment: commentRouter,
});

export type AppRouter = typeof appRouter;
