import { can } from "@/domain/access/policy";
import { noFilter } from "@/domain/comment/filter";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { digestOf } from "./digest";
import { discussionOf, roomFacts } from "./discussion";
import { assignmentScope } from "./scope";
import { keyOf, namingFor } from "./voice";

/** Paragraphs in the order asked for; refuses `not-found` unless each stands in this reading. */
export async function textsOfParagraphs(
  access: CourseAccess,
  readingId: Id,
  ids: Id[],
): Promise<{ position: number; text: string }[]> {
  const rows = await db().paragraph.findMany({
    where: {
      id: { in: ids },
      courseId: access.courseId,
      version: { readings: { some: { id: readingId } } },
    },
    select: { id: true, position: true, text: true },
  });
  return ids.map((id) => rows.find((row) => row.id === id) ?? refuse({ code: "not-found" }));
}

const paragraphFields = {
  id: true,
  position: true,
  number: true,
  kind: true,
  level: true,
  text: true,
  language: true,
  translations: { select: { language: true, text: true } },
} as const;

/** The readings of the course that are open to this person, in order. */
async function openReadings(access: CourseAccess, now: Date) {
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
  const open = readings
    .filter((reading) => can(access.actor, "assignment.enter", reading.assignment, now))
    .map(({ id, position, version }) => ({ id, position, title: version.title }));
  return { total: readings.length, open };
}

/** Everything the reader's page shows but the comments. Refuses `not-found` and `not-open-yet` as `discussionOf`. */
export async function readingPage(access: CourseAccess, readingId: Id, now: Date) {
  const { actor, courseId } = access;
  const reading = await db().reading.findUnique({
    where: { id: readingId, courseId },
    select: {
      id: true,
      position: true,
      assignmentId: true,
      versionId: true,
      assignment: {
        select: {
          title: true,
          instructions: true,
          course: {
            select: {
              timeZone: true,
              presence: true,
              memberships: { where: { id: actor.membershipId }, select: { presence: true } },
            },
          },
        },
      },
      places: { where: { membershipId: actor.membershipId }, select: { last: true, furthest: true } },
      version: {
        select: {
          title: true,
          deck: true,
          byline: true,
          origin: true,
          language: true,
          paragraphs: { orderBy: { position: "asc" }, select: paragraphFields },
        },
      },
    },
  });
  if (!reading) refuse({ code: "not-found" });
  const discussion = await discussionOf(access, reading.assignmentId, now);
  const { total, open } = await openReadings(access, now);
  const here = open.findIndex((other) => other.id === readingId);
  const digest = await digestOf({ access, discussion, readingId, filter: noFilter });
  const { assignment, version, places } = reading;
  const { course } = assignment;
  const room = roomFacts(discussion, discussion.ownGroupId);
  return {
    id: reading.id,
    position: reading.position,
    total,
    previous: open[here - 1] ?? null,
    next: open[here + 1] ?? null,
    ...version,
    versionId: reading.versionId,
    assignment: { id: reading.assignmentId, title: assignment.title, instructions: assignment.instructions },
    timeZone: course.timeZone,
    place: places[0] ?? null,
    presence: { course: course.presence, mine: course.memberships[0]?.presence ?? false },
    /** What the policy asks about this person and this discussion, with the key they go by in it. */
    me: {
      key: keyOf(namingFor(access, discussion), { id: actor.membershipId, role: actor.role }),
      role: actor.role,
      groupIds: [...actor.groupIds],
    },
    discussion: {
      ...discussion.assignment,
      ownComments: discussion.ownComments,
      othersVisible: discussion.othersVisible,
      groups: discussion.groups,
      ownGroupId: discussion.ownGroupId,
    },
    digest,
    can: { post: can(actor, "comment.post", room, now) },
  };
}
