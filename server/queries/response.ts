import { can } from "@/domain/access/policy";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { Chip } from "@/domain/prompt/citation";
import type { ReplyRelation } from "@/domain/prompt/response";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { chipFields, toChip } from "./citation";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf, roomFacts } from "./discussion";
import { responseScope } from "./scope";
import { namingFor, voiceFields, voiceOf } from "./voice";

const fields = {
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
  citations: { select: chipFields, orderBy: { position: "asc" } },
} as const satisfies Prisma.ResponseSelect;

type Row = Prisma.ResponseGetPayload<{ select: typeof fields }>;

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
  author: Voice;
  groupId: Id | null;
  citations: Chip[];
  mine: boolean;
  can: { reply: boolean; edit: boolean; delete: boolean };
}

const factsOf = (row: Row) => ({
  authorId: row.authorId,
  deleted: row.deletedAt !== null,
  submitted: row.submittedAt !== null,
});

function present(row: Row, access: CourseAccess, discussion: DiscussionFacts, now: Date): ResponseView {
  const facts = factsOf(row);
  const room = roomFacts(discussion, row.room.groupId);
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
    editedAt: row.editedAt,
    author: voiceOf(namingFor(access, discussion), row.author),
    groupId: row.room.groupId,
    citations: row.citations.map(toChip),
    mine: row.authorId === access.actor.membershipId,
    can: {
      reply: row.parentId === null && can(access.actor, "response.reply", facts, room, now),
      edit: row.parentId === null && can(access.actor, "response.edit", facts, room, now),
      delete: can(access.actor, "response.delete", facts, room, now),
    },
  };
}

/** The answers to one prompt and the replies to them that this person may see, oldest first. Own drafts are among them. */
export async function responsesOfPrompt(
  access: CourseAccess,
  discussion: DiscussionFacts,
  promptId: Id,
  now: Date,
): Promise<ResponseView[]> {
  const rows = await db().response.findMany({
    where: {
      courseId: access.courseId,
      promptId,
      deletedAt: null,
      ...responseScope(access.actor, discussion.othersVisible),
    },
    select: fields,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => present(row, access, discussion, now));
}

export interface FoundResponse {
  view: ResponseView;
  discussion: DiscussionFacts;
  /** Stays on the server: where there are pseudonyms, the view names its author by alias. */
  authorId: Id;
  roomId: Id;
  deleted: boolean;
}

/** One response with what the policy needs to know about it. Refuses `not-found` where it may not be seen. */
export async function findResponse(access: CourseAccess, id: Id, now: Date): Promise<FoundResponse> {
  const row = await db().response.findUnique({
    where: { id, courseId: access.courseId },
    select: { ...fields, roomId: true, prompt: { select: { assignmentId: true } } },
  });
  if (!row) refuse({ code: "not-found" });
  const discussion = await discussionOf(access, row.prompt.assignmentId, now);
  const facts = factsOf(row);
  if (!can(access.actor, "response.see", facts, roomFacts(discussion, row.room.groupId), now)) {
    refuse({ code: "not-found" });
  }
  return {
    view: present(row, access, discussion, now),
    discussion,
    authorId: row.authorId,
    roomId: row.roomId,
    deleted: facts.deleted,
  };
}

/** This person's own answer to a prompt, or null. A second one is never made. */
export async function ownAnswer(access: CourseAccess, promptId: Id): Promise<OwnAnswer | null> {
  return db().response.findFirst({
    where: {
      courseId: access.courseId,
      promptId,
      authorId: access.actor.membershipId,
      parentId: null,
      deletedAt: null,
    },
    select: {
      id: true,
      roomId: true,
      body: true,
      positionId: true,
      version: true,
      createdAt: true,
      submittedAt: true,
      editedAt: true,
    },
    orderBy: { createdAt: "asc" },
  });
}

export interface OwnAnswer {
  id: Id;
  roomId: Id;
  body: string;
  positionId: Id | null;
  version: number;
  createdAt: Date;
  submittedAt: Date | null;
  editedAt: Date | null;
}
