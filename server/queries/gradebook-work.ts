import type { HandedIn } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";

type Latest = Map<string, Date>;

const key = (studentId: Id, assignmentId: Id) => `${studentId}/${assignmentId}`;

function keepLatest(latest: Latest, at: string, when: Date | null) {
  const known = latest.get(at);
  if (when && (!known || known < when)) latest.set(at, when);
}

/** The newest words of each author of a course, by reading and by prompt. Two statements. */
export const newestWork = (courseId: Id) =>
  Promise.all([
    db().comment.groupBy({
      by: ["authorId", "readingId"],
      where: { courseId, parentId: null, deletedAt: null, audience: { not: "private" } },
      _max: { createdAt: true },
    }),
    db().response.groupBy({
      by: ["authorId", "promptId"],
      where: { courseId, deletedAt: null, parentId: null, submittedAt: { not: null } },
      _max: { submittedAt: true, editedAt: true },
    }),
  ]);

/** When each student last began a thread in, and last changed an answer to, each assignment. */
export function handedIn(
  [comments, responses]: Awaited<ReturnType<typeof newestWork>>,
  assignments: { id: Id; readings: { id: Id }[]; prompts: { id: Id }[] }[],
): (studentId: Id, assignmentId: Id) => HandedIn {
  const ofReading = new Map(assignments.flatMap(({ id, readings }) => readings.map((one) => [one.id, id])));
  const ofPrompt = new Map(assignments.flatMap(({ id, prompts }) => prompts.map((one) => [one.id, id])));
  const commentedAt: Latest = new Map();
  const answeredAt: Latest = new Map();
  for (const { authorId, readingId, _max } of comments) {
    keepLatest(commentedAt, key(authorId, ofReading.get(readingId) ?? ""), _max.createdAt);
  }
  for (const { authorId, promptId, _max } of responses) {
    const at = key(authorId, ofPrompt.get(promptId) ?? "");
    keepLatest(answeredAt, at, _max.submittedAt);
    keepLatest(answeredAt, at, _max.editedAt);
  }
  return (studentId, assignmentId) => {
    const at = key(studentId, assignmentId);
    return { commentedAt: commentedAt.get(at) ?? null, answeredAt: answeredAt.get(at) ?? null };
  };
}
