import { moveReading } from "@/server/commands/reading/move-reading";
import { courseAccess } from "@/server/queries/course-access";
import { answer, now } from "../lib/worker";

export interface MoveQuestions {
  /** Brings a reading to another version of its source; ms. */
  move: {
    ask: { courseId: string; userId: string; readingId: string; versionId: string; from: string };
    answer: number;
  };
}

answer<MoveQuestions>({
  async move({ courseId, userId, ...input }) {
    const access = await courseAccess({ userId, sessionVersion: 1 }, courseId);
    const begun = now();
    await moveReading(access, input, new Date());
    return now() - begun;
  },
});
