import { answersVisible } from "@/domain/access/discussion";
import { can } from "@/domain/access/policy";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { Chip } from "@/domain/prompt/citation";
import {
  type Holding,
  holds,
  mayAmend,
  mayRebut,
  type SteelmanState,
  stateOf,
} from "@/domain/prompt/steelman";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { RoomAddress } from "@/server/adapters/event-log";
import { chipFields, chipsOf, entryOf } from "./citation";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf, roomFacts } from "./discussion";
import { roomScope } from "./scope";
import { namingFor, voiceFields, voiceOf } from "./voice";

const fields = {
  id: true,
  promptId: true,
  positionId: true,
  body: true,
  version: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  rebuttal: true,
  rebuttedAt: true,
  authorId: true,
  roomId: true,
  author: voiceFields,
  room: { select: { groupId: true } },
  citations: { select: chipFields, orderBy: { position: "asc" } },
  verdicts: {
    select: { signs: true, words: true, onVersion: true, at: true, authorId: true, author: voiceFields },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
} as const satisfies Prisma.SteelmanSelect;

type Row = Prisma.SteelmanGetPayload<{ select: typeof fields }>;

export interface SteelmanView {
  id: Id;
  promptId: Id;
  /** What it defends. */
  positionId: Id;
  /** Markdown. */
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  author: Voice;
  mine: boolean;
  citations: Chip[];
  state: SteelmanState;
  verdicts: {
    author: Voice;
    mine: boolean;
    signs: boolean;
    words: string;
    at: Date;
    /** Said of the words as they now stand. */
    current: boolean;
  }[];
  rebuttal: string | null;
  rebuttedAt: Date | null;
  can: { amend: boolean; judge: boolean; rebut: boolean; delete: boolean };
}

/** The conversation of one prompt, and where this person stands in it. */
export interface SteelmanPlace {
  discussion: DiscussionFacts;
  promptId: Id;
  /** Whether the prompt asks for the case one rejects. */
  asked: boolean;
  address: RoomAddress;
  holding: Holding;
}

/** Refuses `not-found` where the prompt may not be seen. Three statements. */
export async function steelmanPlace(access: CourseAccess, promptId: Id, now: Date): Promise<SteelmanPlace> {
  const { courseId, actor } = access;
  const prompt = await db().prompt.findUnique({
    where: { id: promptId, courseId },
    select: {
      assignmentId: true,
      steelman: true,
      postFirst: true,
      pseudonyms: true,
      wholeClass: true,
      responses: {
        where: { authorId: actor.membershipId, parentId: null, deletedAt: null, submittedAt: { not: null } },
        select: { id: true },
        take: 1,
      },
      course: {
        select: {
          memberships: {
            where: { id: actor.membershipId },
            select: {
              stances: {
                select: { positionId: true, betweenId: true },
                orderBy: [{ at: "desc" }, { id: "desc" }],
                take: 1,
              },
            },
          },
        },
      },
    },
  });
  if (!prompt) refuse({ code: "not-found" });
  const names = prompt.pseudonyms ? ("pseudonyms" as const) : undefined;
  const found = await discussionOf(access, prompt.assignmentId, now, names);
  const visible = answersVisible(found.othersVisible, prompt, prompt.responses.length > 0);
  return {
    discussion: { ...found, othersVisible: visible },
    promptId,
    asked: prompt.steelman,
    address: {
      courseId,
      assignmentId: prompt.assignmentId,
      groupId: prompt.wholeClass ? null : found.ownGroupId,
    },
    holding: prompt.course.memberships[0]?.stances[0] ?? null,
  };
}

const factsOf = (row: Row) => ({ authorId: row.authorId, deleted: row.deletedAt !== null });

function present(access: CourseAccess, place: SteelmanPlace, row: Row, now: Date): SteelmanView {
  const { actor } = access;
  const naming = namingFor(access, place.discussion);
  const room = roomFacts(place.discussion, row.room.groupId);
  const facts = factsOf(row);
  const stand = { holds: holds(place.holding, row.positionId) };
  // Verdicts are others' words: where those do not show, a case waits for them.
  const showsOthers = actor.role !== "student" || place.discussion.othersVisible;
  const verdicts = row.verdicts.filter(({ authorId }) => showsOthers || authorId === actor.membershipId);
  const judged = { ...row, verdicts };
  return {
    id: row.id,
    promptId: row.promptId,
    positionId: row.positionId,
    body: row.body,
    version: row.version,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    author: voiceOf(naming, row.author),
    mine: row.authorId === actor.membershipId,
    citations: chipsOf(row.citations, entryOf(actor, now)),
    state: stateOf(judged),
    verdicts: verdicts.map(({ author, authorId, onVersion, ...verdict }) => ({
      ...verdict,
      author: voiceOf(naming, author),
      mine: authorId === actor.membershipId,
      current: onVersion === row.version,
    })),
    rebuttal: row.rebuttal,
    rebuttedAt: row.rebuttedAt,
    can: {
      amend: mayAmend(judged) && can(actor, "steelman.amend", facts, room, now),
      judge: mayAmend(judged) && can(actor, "steelman.judge", facts, stand, room, now),
      rebut: mayRebut(judged) && can(actor, "steelman.rebut", facts, room, now),
      delete: can(actor, "steelman.delete", facts, room, now),
    },
  };
}

export interface SteelmenOfPrompt {
  asked: boolean;
  /** Whether this person may begin one now; else why not. */
  begins: "yes" | "stance-first" | "no";
  /** The positions this person last said they hold: all others may be chosen. */
  held: Id[];
  steelmen: SteelmanView[];
}

/** One's own, wherever one wrote it; others' in the rooms one enters, once they show. Staff and observers see all. */
function seenHere({ actor }: CourseAccess, othersVisible: boolean): Prisma.SteelmanWhereInput {
  if (actor.role !== "student") return {};
  const own = { authorId: actor.membershipId };
  return othersVisible ? { OR: [own, { room: roomScope(actor) }] } : own;
}

/** Every steelman of a prompt that this person may see, oldest first. */
export async function steelmenOfPrompt(
  access: CourseAccess,
  promptId: Id,
  now: Date,
): Promise<SteelmenOfPrompt> {
  const place = await steelmanPlace(access, promptId, now);
  const { holding, discussion, asked } = place;
  const rows = await db().steelman.findMany({
    where: {
      courseId: access.courseId,
      promptId,
      deletedAt: null,
      ...seenHere(access, discussion.othersVisible),
    },
    select: fields,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const room = roomFacts(discussion, place.address.groupId);
  const may = asked && can(access.actor, "steelman.write", { rejects: true }, room, now);
  return {
    asked,
    begins: !may ? "no" : holding === null ? "stance-first" : "yes",
    held: [holding?.positionId, holding?.betweenId].filter((each) => each != null),
    steelmen: rows.map((row) => present(access, place, row, now)),
  };
}

export interface FoundSteelman {
  view: SteelmanView;
  place: SteelmanPlace;
  roomId: Id;
  groupId: Id | null;
  authorId: Id;
  deleted: boolean;
}

/** One steelman with what the commands ask of it. Refuses `not-found` where it may not be seen. */
export async function findSteelman(access: CourseAccess, id: Id, now: Date): Promise<FoundSteelman> {
  const row = await db().steelman.findUnique({ where: { id, courseId: access.courseId }, select: fields });
  if (!row) refuse({ code: "not-found" });
  const place = await steelmanPlace(access, row.promptId, now);
  const room = roomFacts(place.discussion, row.room.groupId);
  if (!can(access.actor, "steelman.see", factsOf(row), room, now)) refuse({ code: "not-found" });
  return {
    view: present(access, place, row, now),
    place,
    roomId: row.roomId,
    groupId: row.room.groupId,
    authorId: row.authorId,
    deleted: row.deletedAt !== null,
  };
}
