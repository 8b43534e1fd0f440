import { router } from "./init";
import { accountRouter } from "./routers/account";
import { commentRouter } from "./routers/comment";
import { courseRouter } from "./routers/course";
import { rubricRouter } from "./routers/rubric";

/** One router a noun. The type of this is all that the browser imports. */
export const appRouter = router({
  account: accountRouter,
  comment: commentRouter,
  course: courseRouter,
  rubric: rubricRouter,
});

export type AppRouter = typeof appRouter;
