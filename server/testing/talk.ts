import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { type Role, roles } from "@/domain/access/actor";
import { visibilities } from "@/domain/access/discussion";
import { audiences, signals } from "@/domain/comment/comment";
import { namings } from "@/domain/comment/voice";
import { needsAliases } from "@/server/adapters/aliases";
import { db } from "@/server/adapters/db";
import { type CourseAccess, courseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "./cast";
import type { Random } from "./random";

const minutes = (n: number) => new Date(today.getTime() + n * 60_000);

/** More people than the cast has, each perhaps in a group, and with an alias where aliases are told. */
async function addPeople(cast: Cast, random: Random, aliased: boolean): Promise<CourseAccess[]> {
  const { courseId, assignmentId } = cast;
  const people = Array.from({ length: 4 }, (_, at) => ({
    userId: uuidv7(),
    id: uuidv7(),
    role: (at < 2 ? "student" : random.pick(roles)) as Role,
    groupId: random.pick([null, cast.groups.a, cast.groups.b]),
  }));
  await db().user.createMany({
    data: people.map(({ userId }, at) => ({
      id: userId,
      email: `${userId}@example.test`,
      name: `Person ${at}`,
    })),
  });
  await db().membership.createMany({
    data: people.map(({ id, userId, role }) => ({ id, userId, role, courseId })),
  });
  await db().groupMember.createMany({
    data: people.flatMap(({ id, groupId }) =>
      groupId ? [{ membershipId: id, groupId, groupSetId: cast.groups.setId, courseId }] : [],
    ),
  });
  const added = await Promise.all(
    people.map(({ userId }) => courseAccess({ userId, sessionVersion: 1 }, courseId)),
  );
  const everybody = [cast.instructor, cast.ada, cast.liming, cast.stranger, cast.observer, ...added];
  const students = everybody.filter(({ actor }) => actor.role === "student");
  const aliases = students.map(({ actor }, at) => ({
    id: uuidv4(),
    courseId,
    assignmentId,
    membershipId: actor.membershipId,
    name: `Alias ${at}`,
  }));
  if (aliased) await db().alias.createMany({ data: aliases });
  return everybody;
}

const textLength = 70;
function somePassage(random: Random) {
  const startOffset = random.below(textLength - 10);
  return { startOffset, endOffset: startOffset + 1 + random.below(10), quote: "words" };
}

/** Threads of every kind there may be: any place, audience and state, with replies, spans, answers, deletions. */
function someThread(cast: Cast, random: Random, rooms: { id: string }[], authors: CourseAccess[]) {
  const { courseId, readingId, paragraphIds } = cast;
  const id = uuidv7();
  const authorOf = () => random.pick(authors).actor.membershipId;
  const threadAuthorId = authorOf();
  const at = random.below(paragraphIds.length + 1) - 1;
  const same = {
    courseId,
    readingId,
    roomId: random.pick(rooms).id,
    threadId: id,
    threadAuthorId,
    paragraphId: paragraphIds[at] ?? null,
    audience: random.chance(0.6) ? ("group" as const) : random.pick(audiences),
  };
  const state = () => {
    const deletedAt = random.chance(0.2) ? today : null;
    const words = random.below(4);
    return { createdAt: minutes(random.below(60)), deletedAt, words, body: deletedAt ? "" : "Words" };
  };
  const replies = Array.from({ length: random.below(5) }, () => ({
    ...same,
    ...state(),
    id: uuidv7(),
    parentId: id,
    authorId: authorOf(),
  }));
  const onPassage = at >= 0 && random.chance(0.7);
  const spans = onPassage && random.chance(0.4) ? paragraphIds.slice(at + 1) : [];
  const root = {
    ...same,
    ...state(),
    ...(onPassage && somePassage(random)),
    id,
    authorId: threadAuthorId,
    signal: random.pick([null, "question" as const, ...signals]),
    resolvedAt: random.chance(0.25) ? today : null,
    pinnedAt: random.chance(0.15) ? today : null,
    answerId: random.chance(0.25) ? (replies.find((reply) => !reply.deletedAt)?.id ?? null) : null,
  };
  return {
    comments: [root, ...replies],
    spans: spans.map((paragraphId, index) => ({
      commentId: id,
      courseId,
      position: index + 1,
      paragraphId,
      ...somePassage(random),
    })),
  };
}

/** Other dates for some of the students and groups, their due date on either side of the day. */
async function addExtensions(cast: Cast, random: Random, everybody: CourseAccess[]): Promise<void> {
  const students = everybody.filter(({ actor }) => actor.role === "student");
  const whose = [
    ...students.map(({ actor }) => ({ studentId: actor.membershipId, groupId: null })),
    ...[cast.groups.a, cast.groups.b].map((groupId) => ({ studentId: null, groupId })),
  ];
  const data = whose
    .filter(() => random.chance(0.3))
    .map((one) => {
      const due = random.below(6) - 3;
      return {
        ...one,
        id: uuidv7(),
        courseId: cast.courseId,
        assignmentId: cast.assignmentId,
        dueAt: inDays(due),
        closesAt: inDays(due + random.below(4)),
        createdById: cast.instructor.actor.membershipId,
        createdAt: today,
      };
    });
  await db().extension.createMany({ data });
}

/** A class in mid-discussion, made at random: its people, and what they wrote and have seen. */
export async function makeTalk(random: Random) {
  const cast = await makeCourse();
  const { courseId, assignmentId, readingId } = cast;
  const names = random.pick(namings);
  const blind = random.chance(0.3);
  await db().assignment.update({
    where: { id: assignmentId },
    data: {
      names,
      blind,
      namesShownAt: random.chance(0.2) ? today : null,
      visibility: random.pick([...visibilities, "open"]),
      postFirst: random.below(4),
      postFirstWords: random.below(4),
    },
  });
  const everybody = await addPeople(cast, random, needsAliases({ names, blind }));
  await addExtensions(cast, random, everybody);
  const rooms = [null, cast.groups.a, cast.groups.b].map((groupId) => ({
    id: uuidv7(),
    courseId,
    assignmentId,
    groupId,
    lastSeq: random.below(100),
  }));
  await db().room.createMany({ data: rooms });
  const authors = everybody.filter(({ actor }) => actor.role !== "observer");
  const threads = Array.from({ length: random.below(40) }, () => someThread(cast, random, rooms, authors));
  await db().comment.createMany({ data: threads.flatMap(({ comments }) => comments) });
  await db().commentSpan.createMany({ data: threads.flatMap(({ spans }) => spans) });
  const seen = everybody.flatMap(({ actor }) =>
    threads.flatMap(({ comments: [root] }) =>
      root && random.chance(0.4)
        ? [{ membershipId: actor.membershipId, threadId: root.id, through: minutes(random.below(60)) }]
        : [],
    ),
  );
  await db().threadSeen.createMany({ data: seen.map((row) => ({ ...row, courseId, readingId })) });
  return { ...cast, everybody };
}

export type Talk = Awaited<ReturnType<typeof makeTalk>>;
