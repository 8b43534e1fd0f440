import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { commentsOfReading } from "./comment";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf, roomFacts } from "./discussion";
import { assignmentScope } from "./scope";

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

/** Everything the reader's page shows. Refuses `not-found` and `not-open-yet` as `discussionOf`. */
export async function readingPage(access: CourseAccess, readingId: Id, now: Date) {
  const reading = await db().reading.findUnique({
    where: { id: readingId, courseId: access.courseId },
    select: {
      id: true,
      position: true,
      assignmentId: true,
      assignment: {
        select: { title: true, instructions: true, course: { select: { timeZone: true } } },
      },
      version: {
        select: {
          title: true,
          deck: true,
          byline: true,
          origin: true,
          language: true,
          paragraphs: {
            orderBy: { position: "asc" },
            select: {
              id: true,
              number: true,
              kind: true,
              level: true,
              text: true,
              language: true,
              translations: { select: { language: true, text: true } },
            },
          },
        },
      },
    },
  });
  if (!reading) refuse({ code: "not-found" });
  const discussion = await discussionOf(access, reading.assignmentId, now);
  const readings = await db().reading.findMany({
    where: { courseId: access.courseId, assignment: assignmentScope(access.actor) },
    orderBy: { position: "asc" },
    select: {
      id: true,
      position: true,
      version: { select: { title: true } },
      assignment: { select: { publishedAt: true, opensAt: true, dueAt: true, closesAt: true } },
    },
  });
  const open = readings.filter((other) => can(access.actor, "assignment.enter", other.assignment, now));
  const here = open.findIndex((other) => other.id === readingId);
  const neighbour = (at: number) => {
    const other = open[at];
    return other ? { id: other.id, position: other.position, title: other.version.title } : null;
  };
  const comments = await commentsOfReading(access, discussion, readingId, now);
  const { assignment, version, ...rest } = reading;
  return {
    ...rest,
    total: readings.length,
    previous: neighbour(here - 1),
    next: neighbour(here + 1),
    title: version.title,
    deck: version.deck,
    byline: version.byline,
    origin: version.origin,
    language: version.language,
    paragraphs: version.paragraphs,
    assignment: { title: assignment.title, instructions: assignment.instructions },
    timeZone: assignment.course.timeZone,
    discussion: {
      dueAt: discussion.assignment.dueAt,
      closesAt: discussion.assignment.closesAt,
      visibility: discussion.assignment.visibility,
      postFirst: discussion.assignment.postFirst,
      ownComments: discussion.ownComments,
      othersVisible: discussion.othersVisible,
      groups: discussion.groups,
      ownGroupId: discussion.ownGroupId,
    },
    comments,
    can: { post: can(access.actor, "comment.post", roomFacts(discussion, discussion.ownGroupId), now) },
  };
}
