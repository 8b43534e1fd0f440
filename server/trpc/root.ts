import { router } from "./init";
import { accountRouter } from "./routers/account";
import { assignmentRouter } from "./routers/assignment";
import { citationRouter } from "./routers/citation";
import { commentRouter } from "./routers/comment";
import { courseRouter } from "./routers/course";
import { evidenceRouter } from "./routers/evidence";
import { extensionRouter } from "./routers/extension";
import { frameRouter } from "./routers/frame";
import { gradeRouter } from "./routers/grade";
import { gradebookRouter } from "./routers/gradebook";
import { groupRouter } from "./routers/group";
import { insightRouter } from "./routers/insight";
import { letterRouter } from "./routers/letter";
import { noteRouter } from "./routers/note";
import { notificationRouter } from "./routers/notification";
import { phraseRouter } from "./routers/phrase";
import { presenceRouter } from "./routers/presence";
import { promptRouter } from "./routers/prompt";
import { readingRouter } from "./routers/reading";
import { responseRouter } from "./routers/response";
import { rubricRouter } from "./routers/rubric";
import { sectionRouter } from "./routers/section";
import { sourceRouter } from "./routers/source";
import { stanceRouter } from "./routers/stance";
import { steelmanRouter } from "./routers/steelman";
import { termRouter } from "./routers/term";

/** One router a noun. The type of this is all that the browser imports. */
export const appRouter = router({
  account: accountRouter,
  assignment: assignmentRouter,
  citation: citationRouter,
  comment: commentRouter,
  course: courseRouter,
  evidence: evidenceRouter,
  extension: extensionRouter,
  frame: frameRouter,
  group: groupRouter,
  insight: insightRouter,
  letter: letterRouter,
  note: noteRouter,
  notification: notificationRouter,
  phrase: phraseRouter,
  presence: presenceRouter,
  prompt: promptRouter,
  reading: readingRouter,
  response: responseRouter,
  grade: gradeRouter,
  gradebook: gradebookRouter,
  rubric: rubricRouter,
  section: sectionRouter,
  source: sourceRouter,
  stance: stanceRouter,
  steelman: steelmanRouter,
  term: termRouter,
});

export type AppRouter = typeof appRouter;
