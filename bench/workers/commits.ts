import { postComment } from "@/server/commands/comment/post-comment";
import { courseAccess } from "@/server/queries/course-access";
import { newComment } from "../lib/post";
import { answer, now } from "../lib/worker";

interface Work {
  courseId: string;
  /** Readings, each with a room of its own; the writers are spread over them. */
  readings: string[];
  /** User ids, each a student of the course. */
  writers: string[];
  paragraphs: { id: string; text: string }[];
  seconds: number;
  /** Whether anybody is told after a commit. */
  tell: boolean;
}

export interface CommitQuestions {
  /** Answers with commits a second. */
  commit: { ask: Work; answer: number };
}

/** Puts a post office that throws every letter away in the place of the product's own. */
function tellNobody(): void {
  const carrier = { send: async () => {}, listen: () => async () => {} };
  Object.assign(globalThis, { glossaPost: { carrier, waiting: new Map(), busy: false, wait: 4 } });
}

async function write(work: Work, index: number, until: number): Promise<number> {
  const { courseId, readings, writers, paragraphs } = work;
  const userId = writers[index] ?? "";
  const readingId = readings[index % readings.length] ?? "";
  let written = 0;
  for (; now() < until; written++) {
    const access = await courseAccess({ userId, sessionVersion: 1 }, courseId);
    const comment = newComment({ userId, readingId, paragraphs }, index * 31 + written);
    await postComment(access, comment, new Date());
  }
  return written;
}

answer<CommitQuestions>({
  async commit(work) {
    if (!work.tell) tellNobody();
    const begun = now();
    const counts = await Promise.all(
      work.writers.map((_, index) => write(work, index, begun + work.seconds * 1000)),
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    return (total * 1000) / (now() - begun);
  },
});
