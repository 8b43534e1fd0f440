import type { Page } from "@playwright/test";
import { answer, at, type Course, record } from "./course";
import { comment, replyTo } from "./talk";

/** A word that stands in everything said where it may not be seen. */
export const SECRET = "zanzibar";

/** What a course's answers are asked about, by one who may know nobody's work yet. */
export const nameless = (course: Course, promptId: string) => {
  const { readingId, paragraphId } = at(course.passages, 1);
  return { promptIds: [promptId], paragraph: { readingId, paragraphId }, word: SECRET };
};

/** The students talk, answer and record, and one names another. */
export async function work(
  course: Course,
  rafael: Page,
  luz: Page,
  wanjiru: Page,
  other = "María Luz Santos",
) {
  const threadId = await comment(luz, course, `In ${SECRET} as well?`);
  const replyId = await replyTo(rafael, course, threadId, `As @${other} says, in ${SECRET}.`);
  const promptId = at(course.prompts, 0);
  const responseId = await answer(rafael, course, promptId, { body: `In ${SECRET} [[1 ¶2]].` });
  await answer(luz, course, promptId, { body: `Nowhere but in ${SECRET}.` });
  await answer(wanjiru, course, promptId, { body: `Not in ${SECRET}.` });
  const pieceId = await record(wanjiru, course, { claim: `So in ${SECRET}.`, at: [0, 0], passage: 1 });
  return { threadId, replyId, responseId, pieceId };
}
