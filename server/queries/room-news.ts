import { z } from "zod";
import type { Id } from "@/domain/id";
import type { News } from "@/domain/notification/recipients";
import { isNews } from "@/domain/notification/times";
import { tells } from "@/domain/notification/told";
import { db } from "@/server/adapters/db";

/** So many events are looked at in one go. */
const BATCH = 200;

interface EventRow {
  seq: number;
  type: string;
  courseId: Id;
  actorId: Id;
  subjectId: Id;
  payload: unknown;
  at: Date;
}

export interface RoomNews {
  event: EventRow;
  assignmentId: Id | null;
  news: News;
}

const pointer = z.object({
  replyId: z.uuid().nullish(),
  studentId: z.uuid().nullish(),
  groupId: z.uuid().nullish(),
  assignmentId: z.uuid().nullish(),
  datesMoved: z.boolean().optional(),
});

const ids = (events: readonly EventRow[], types: readonly string[]) =>
  events.filter(({ type }) => types.includes(type)).map(({ subjectId }) => subjectId);

/**
 * What has happened in a room since people were last told, with whom it concerns, and the number of the last event
 * that was looked at; null where there is nothing new. What is older than news is passed over.
 */
export async function newsOf(roomId: Id, now: Date): Promise<{ through: number; told: RoomNews[] } | null> {
  const room = await db().room.findUnique({
    where: { id: roomId },
    select: { notifiedSeq: true, assignmentId: true },
  });
  if (!room) return null;
  const events = await db().event.findMany({
    where: { roomId, seq: { gt: room.notifiedSeq } },
    orderBy: { seq: "asc" },
    take: BATCH,
    select: {
      seq: true,
      type: true,
      courseId: true,
      actorId: true,
      subjectId: true,
      payload: true,
      at: true,
    },
  });
  const last = events.at(-1);
  if (!last) return null;
  const fresh = events.filter(({ type, at }) => tells(type) && isNews(at, now));
  const told = fresh.length === 0 ? [] : await matter(room.assignmentId, fresh);
  return { through: last.seq, told };
}

async function matter(assignmentId: Id | null, events: readonly EventRow[]): Promise<RoomNews[]> {
  const found = await load(events);
  const all = await Promise.all(
    events.map(async (event): Promise<RoomNews[]> => {
      const news = found.get(event.subjectId) ?? (await acts(event));
      if (!news) return [];
      if (news.about === "comment" && event.type === "comment.edited") {
        return [{ event, assignmentId, news: { about: "words", mentioned: news.mentioned } }];
      }
      const its = news.about === "dates" ? news.assignmentId : assignmentId;
      if (event.type !== "comment.answered") return [{ event, assignmentId: its, news }];
      const answer = news.about === "comment" ? await answered(event, news.threadAuthorId) : null;
      return answer ? [{ event, assignmentId, news: answer }] : [];
    }),
  );
  return all.flat();
}

/** What was written, by its id: the same few statements however much there is. */
async function load(events: readonly EventRow[]): Promise<Map<Id, News>> {
  const comments = await db().comment.findMany({
    where: {
      id: { in: ids(events, ["comment.posted", "comment.edited", "comment.answered"]) },
      deletedAt: null,
    },
    select: { id: true, parentId: true, threadAuthorId: true, mentions: { select: { membershipId: true } } },
  });
  const parents = await db().comment.findMany({
    where: { id: { in: comments.flatMap(({ parentId }) => parentId ?? []) } },
    select: { id: true, authorId: true },
  });
  const responses = await db().response.findMany({
    where: { id: { in: ids(events, ["response.replied"]) }, deletedAt: null },
    select: { id: true, parent: { select: { authorId: true } } },
  });
  const thread = {
    notes: { where: { deletedAt: null }, select: { authorId: true } },
    authorId: true,
  } as const;
  const notes = await db().note.findMany({
    where: { id: { in: ids(events, ["note.posted"]) }, deletedAt: null },
    select: { id: true, evidence: { select: thread }, difference: { select: thread } },
  });
  const letters = await db().letter.findMany({
    where: { id: { in: ids(events, ["letter.sent"]) } },
    select: { id: true, to: { select: { recipientId: true } } },
  });
  const authors = new Map(parents.map(({ id, authorId }) => [id, authorId]));
  const news: [Id, News][] = [
    ...comments.map(({ id, parentId, threadAuthorId, mentions }): [Id, News] => [
      id,
      {
        about: "comment",
        threadAuthorId,
        parentAuthorId: parentId && (authors.get(parentId) ?? threadAuthorId),
        mentioned: mentions.map(({ membershipId }) => membershipId),
      },
    ]),
    ...responses.flatMap(({ id, parent }): [Id, News][] =>
      parent ? [[id, { about: "response", parentAuthorId: parent.authorId }]] : [],
    ),
    ...notes.flatMap(({ id, evidence, difference }): [Id, News][] => {
      const on = evidence ?? difference;
      if (!on) return [];
      return [[id, { about: "note", ownerId: on.authorId, writers: on.notes.map((note) => note.authorId) }]];
    }),
    ...letters.map(({ id, to }): [Id, News] => [
      id,
      { about: "letter", to: to.map(({ recipientId }) => recipientId) },
    ]),
  ];
  return new Map(news);
}

const studentsOf = (courseId: Id) => members(courseId, ["student"]);
const staffOf = (courseId: Id) => members(courseId, ["instructor", "assistant"]);

async function members(courseId: Id, roles: ("student" | "instructor" | "assistant")[]): Promise<Id[]> {
  const where = { courseId, withdrawnAt: null, role: { in: roles } };
  return (await db().membership.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

async function inGroup(groupId: Id): Promise<Id[]> {
  const rows = await db().groupMember.findMany({ where: { groupId }, select: { membershipId: true } });
  return rows.map(({ membershipId }) => membershipId);
}

/** Of acts, which are few, whom they concern. */
async function acts({ type, courseId, subjectId, payload }: EventRow): Promise<News | null> {
  const { studentId, groupId, assignmentId, datesMoved } = pointer.catch({}).parse(payload);
  switch (type) {
    case "grade.released":
      return studentId ? { about: "grade", studentId } : null;
    case "grade.asked":
      return { about: "request", staff: await staffOf(courseId) };
    case "grade.answered":
      return studentId ? { about: "lookAgain", studentId } : null;
    case "assignment.revised":
      return datesMoved
        ? { about: "dates", students: await studentsOf(courseId), assignmentId: subjectId }
        : null;
    case "extension.saved":
    case "extension.withdrawn": {
      const standing = await db().extension.findUnique({
        where: { id: subjectId },
        select: { studentId: true, groupId: true },
      });
      const whose = standing ?? { studentId, groupId };
      const group = whose.groupId ? await inGroup(whose.groupId) : [];
      const students = whose.studentId ? [whose.studentId] : group;
      return assignmentId ? { about: "dates", students, assignmentId } : null;
    }
    default:
      return null;
  }
}

/** The reply that was marked as the answer; null where the mark was taken away, or the reply is gone. */
async function answered({ payload }: EventRow, askerId: Id): Promise<News | null> {
  const { replyId } = pointer.catch({}).parse(payload);
  if (!replyId) return null;
  const reply = await db().comment.findFirst({
    where: { id: replyId, deletedAt: null },
    select: { authorId: true },
  });
  return reply && { about: "answer", askerId, replierId: reply.authorId, replyId };
}
