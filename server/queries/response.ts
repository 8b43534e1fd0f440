import { isStaff } from "@/domain/access/actor";
import { can } from "@/domain/access/policy";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { Chip } from "@/domain/prompt/citation";
import { factsOfChips, type Standing, standingOf } from "@/domain/prompt/requirements";
import type { ReplyRelation } from "@/domain/prompt/response";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { chipFields, chipsOf, entryOf } from "./citation";
import type { CourseAccess } from "./course-access";
import { roomFacts } from "./discussion";
import { type PromptDiscussion, promptDiscussion, promptFacts } from "./prompt-discussion";
import { responseScope } from "./scope";
import { namingFor, voiceFields, voiceOf } from "./voice";

const responseFields = (access: CourseAccess) =>
  ({
    id: true,
    promptId: true,
    parentId: true,
    relation: true,
    positionId: true,
    body: true,
    version: true,
    createdAt: true,
    submittedAt: true,
    editedAt: true,
    deletedAt: true,
    authorId: true,
    author: voiceFields,
    room: { select: { groupId: true } },
    parent: { select: { authorId: true } },
    citations: { select: chipFields, orderBy: { position: "asc" } },
    seen: { where: { membershipId: access.actor.membershipId }, select: { at: true }, take: 1 },
    _count: { select: { replies: { where: { deletedAt: null } } } },
  }) as const satisfies Prisma.ResponseSelect;

type Row = Prisma.ResponseGetPayload<{ select: ReturnType<typeof responseFields> }>;

export interface ResponseView {
  id: Id;
  promptId: Id;
  /** Null for an answer to the prompt; else the response that this replies to. */
  parentId: Id | null;
  relation: ReplyRelation | null;
  positionId: Id | null;
  body: string;
  version: number;
  createdAt: Date;
  /** Null while it is a draft that only its author sees. */
  submittedAt: Date | null;
  /** Null until it is changed after it was posted. */
  editedAt: Date | null;
  /** When the server last took a change of it. */
  savedAt: Date;
  author: Voice;
  groupId: Id | null;
  citations: Chip[];
  mine: boolean;
  /** How many replies stand under it. */
  replies: number;
  /** Somebody else's, that this person has not read. */
  unread: boolean;
  /** How an answer stands against what its prompt asks: for its author and for staff; else null. */
  standing: Standing | null;
  can: { reply: boolean; edit: boolean; delete: boolean };
}

const factsOf = (row: Row) => ({
  authorId: row.authorId,
  deleted: row.deletedAt !== null,
  submitted: row.submittedAt !== null,
});

interface Beholder {
  access: CourseAccess;
  discussion: PromptDiscussion;
  now: Date;
}

function present(
  row: Row,
  { access, discussion, now }: Beholder,
  repliesOf: (authorId: Id) => number,
): ResponseView {
  const facts = factsOf(row);
  const room = roomFacts(discussion, row.room.groupId);
  const mine = row.authorId === access.actor.membershipId;
  const citations = chipsOf(row.citations, entryOf(access.actor, now));
  const showsOthers = access.actor.role !== "student" || discussion.othersVisible;
  const isJudged = row.parentId === null && (mine || isStaff(access.actor));
  return {
    id: row.id,
    promptId: row.promptId,
    parentId: row.parentId,
    relation: row.relation,
    positionId: row.positionId,
    body: row.body,
    version: row.version,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    editedAt: row.submittedAt && row.editedAt,
    savedAt: row.editedAt ?? row.submittedAt ?? row.createdAt,
    author: voiceOf(namingFor(access, discussion), row.author),
    groupId: row.room.groupId,
    citations,
    mine,
    replies: showsOthers && can(access.actor, "room.enter", room, now) ? row._count.replies : 0,
    unread: !mine && row.seen.length === 0,
    standing: isJudged
      ? standingOf(row.body, discussion.asks, {
          ...factsOfChips(row.body, citations),
          positionTaken: row.positionId,
          repliesWritten: repliesOf(row.authorId),
        })
      : null,
    can: {
      reply: row.parentId === null && can(access.actor, "response.reply", facts, room, now),
      edit: row.parentId === null && can(access.actor, "response.edit", facts, room, now),
      delete: can(access.actor, "response.delete", facts, room, now),
    },
  };
}

/** To how many others' answers each author among the rows has replied. */
function repliesByAuthor(rows: readonly Row[]): (authorId: Id) => number {
  const answered = new Map<Id, Set<Id>>();
  for (const { authorId, parentId, parent } of rows) {
    if (!parentId || parent?.authorId === authorId) continue;
    answered.set(authorId, (answered.get(authorId) ?? new Set()).add(parentId));
  }
  return (authorId) => answered.get(authorId)?.size ?? 0;
}

/** The answers to one prompt and the replies to them that this person may see, oldest first. Own drafts are among them. */
export async function responsesOfPrompt(
  access: CourseAccess,
  discussion: PromptDiscussion,
  now: Date,
): Promise<ResponseView[]> {
  const rows = await db().response.findMany({
    where: {
      courseId: access.courseId,
      promptId: discussion.prompt.id,
      deletedAt: null,
      ...responseScope(access.actor, discussion.othersVisible),
    },
    select: responseFields(access),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const repliesOf = repliesByAuthor(rows);
  return rows.map((row) => present(row, { access, discussion, now }, repliesOf));
}

/** The answers with these ids that this person may see, in no order; own and staff's views without what is owed. */
export async function answersAmong(
  access: CourseAccess,
  discussion: PromptDiscussion,
  where: Prisma.ResponseWhereInput,
  now: Date,
): Promise<ResponseView[]> {
  const rows = await db().response.findMany({
    where: {
      AND: [where, responseScope(access.actor, discussion.othersVisible)],
      courseId: access.courseId,
      promptId: discussion.prompt.id,
      parentId: null,
      deletedAt: null,
    },
    select: responseFields(access),
  });
  return rows.map((row) => present(row, { access, discussion, now }, () => 0));
}

export interface FoundResponse {
  view: ResponseView;
  discussion: PromptDiscussion;
  /** Stays on the server: where there are pseudonyms, the view names its author by alias. */
  authorId: Id;
  roomId: Id;
  deleted: boolean;
}

/** One response with what the policy needs to know about it. Refuses `not-found` where it may not be seen. */
export async function findResponse(access: CourseAccess, id: Id, now: Date): Promise<FoundResponse> {
  const row = await db().response.findUnique({
    where: { id, courseId: access.courseId },
    select: { ...responseFields(access), roomId: true, prompt: { select: promptFacts(access) } },
  });
  if (!row) refuse({ code: "not-found" });
  const discussion = await promptDiscussion(access, row.prompt, now);
  const facts = factsOf(row);
  if (!can(access.actor, "response.see", facts, roomFacts(discussion, row.room.groupId), now)) {
    refuse({ code: "not-found" });
  }
  const replied = row.parentId === null ? await repliesWrittenBy(access, row.promptId, row.authorId) : 0;
  return {
    view: present(row, { access, discussion, now }, () => replied),
    discussion,
    authorId: row.authorId,
    roomId: row.roomId,
    deleted: facts.deleted,
  };
}

async function repliesWrittenBy(access: CourseAccess, promptId: Id, authorId: Id): Promise<number> {
  const parents = await db().response.groupBy({
    by: ["parentId"],
    where: {
      courseId: access.courseId,
      promptId,
      authorId,
      deletedAt: null,
      parent: { authorId: { not: authorId } },
    },
  });
  return parents.length;
}
