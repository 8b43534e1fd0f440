import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { at, type Course } from "./course";
import { call } from "./scene";

/** Comments on the second paragraph of the first reading; answers with the comment's id. */
export async function comment(
  page: Page,
  course: Pick<Course, "courseId" | "passages">,
  body: string,
  audience: "group" | "private" = "group",
): Promise<string> {
  const id = uuidv7();
  const { readingId, paragraphId } = at(course.passages, 1);
  const about = { id, readingId, paragraphId, passage: null, signal: null };
  await call(page, "comment.post", { courseId: course.courseId, comment: { ...about, audience, body } });
  return id;
}

export async function replyTo(
  page: Page,
  { courseId }: Pick<Course, "courseId">,
  parentId: string,
  body: string,
): Promise<string> {
  const id = uuidv7();
  await call(page, "comment.reply", { courseId, reply: { id, parentId, body } });
  return id;
}

interface Member {
  id: string;
  name: string;
  role: string;
}

/** The memberships of the course's students, as staff are told them. */
export async function studentsOf({ ines, courseId }: Course): Promise<Member[]> {
  const { members } = await call<{ members: Member[] }>(ines, "course.people", { courseId }, "query");
  return members.filter(({ role }) => role === "student");
}
