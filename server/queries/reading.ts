import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf } from "./discussion";

/** The conversation a reading belongs to. Refuses `not-found` where the reading may not be seen. */
export async function discussionOfReading(
  access: CourseAccess,
  readingId: Id,
  now: Date,
): Promise<DiscussionFacts> {
  const reading = await db().reading.findUnique({
    where: { id: readingId, courseId: access.courseId },
    select: { assignmentId: true },
  });
  if (!reading) refuse({ code: "not-found" });
  return discussionOf(access, reading.assignmentId, now);
}

/** A paragraph's text, where the paragraph stands in this reading; else refuses `not-found`. */
export async function textOfParagraph(access: CourseAccess, readingId: Id, paragraphId: Id): Promise<string> {
  const paragraph = await db().paragraph.findFirst({
    where: { id: paragraphId, courseId: access.courseId, version: { readings: { some: { id: readingId } } } },
    select: { text: true },
  });
  return paragraph?.text ?? refuse({ code: "not-found" });
}
