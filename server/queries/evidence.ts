import { isStaff } from "@/domain/access/actor";
import { isClosed } from "@/domain/access/discussion";
import { can, type EvidenceFacts, type RoomFacts } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { EvidenceView, MergedPiece } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type Openings, openingsOf } from "./openings";
import { type OpenAssignment, openRoomFacts } from "./openness";
import { evidenceScope } from "./scope";
import { voiceFields, voiceOf } from "./voice";

/** Selects what every view of a piece begins with. */
export const pieceFields = {
  id: true,
  positionId: true,
  dimensionId: true,
  relation: true,
  claim: true,
  quote: true,
  authorId: true,
  author: voiceFields,
  readingId: true,
  reading: { select: { position: true, version: { select: { title: true } } } },
  paragraphId: true,
  paragraph: { select: { number: true, text: true } },
} as const satisfies Prisma.EvidenceSelect;

const fields = (access: CourseAccess, openings: Openings) => {
  const own = { membershipId: access.actor.membershipId };
  return {
    ...pieceFields,
    version: true,
    roomId: true,
    room: { select: { groupId: true } },
    startOffset: true,
    endOffset: true,
    anchor: true,
    formerParagraphId: true,
    createdAt: true,
    editedAt: true,
    filedAt: true,
    deletedAt: true,
    mergedIntoId: true,
    mergedById: true,
    helpful: { where: own, select: { membershipId: true } },
    notes: { where: { authorId: own.membershipId, deletedAt: null }, select: { id: true } },
    _count: { select: { helpful: true, notes: { where: { deletedAt: null } } } },
    merged: {
      where: { deletedAt: null, ...evidenceScope(access.actor, openings) },
      select: { ...pieceFields, mergedById: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    },
  } as const satisfies Prisma.EvidenceSelect;
};

export type EvidenceRow = Prisma.EvidenceGetPayload<{ select: ReturnType<typeof fields> }>;
type MergedRow = EvidenceRow["merged"][number];

export const factsOfEvidence = (
  row: Pick<EvidenceRow, "authorId" | "filedAt" | "deletedAt">,
): EvidenceFacts => ({
  authorId: row.authorId,
  filed: row.filedAt !== null,
  deleted: row.deletedAt !== null,
});

const isMine = (access: CourseAccess, row: { authorId: Id }) => row.authorId === access.actor.membershipId;

/** Its author, whoever merged it, and staff take a piece out from under another. */
export const mayPart = (access: CourseAccess, row: { authorId: Id; mergedById: Id | null }): boolean =>
  isStaff(access.actor) || isMine(access, row) || row.mergedById === access.actor.membershipId;

const toMerged = (access: CourseAccess, openings: Openings, row: MergedRow, now: Date): MergedPiece => {
  const open = openings.of(row.readingId);
  return {
    id: row.id,
    claim: row.claim,
    quote: row.quote,
    author: voiceOf(open.naming, row.author),
    mine: isMine(access, row),
    reading: row.reading.position,
    readingId: row.readingId,
    paragraphId: row.paragraphId,
    paragraph: row.paragraph.number,
    canPart: mayPart(access, row) && (isStaff(access.actor) || !isClosed(open.facts, now)),
  };
};

function toView(
  access: CourseAccess,
  openings: Openings,
  row: EvidenceRow,
  formerText: string | null,
  now: Date,
): EvidenceView {
  const { actor } = access;
  const open = openings.of(row.readingId);
  const facts = factsOfEvidence(row);
  const room = openRoomFacts(open, row.room.groupId);
  const mine = isMine(access, row);
  const edit = can(actor, "evidence.edit", facts, room, now);
  const discuss = can(actor, "evidence.discuss", facts, room, now);
  const changed = row.anchor !== "sound";
  return {
    id: row.id,
    version: row.version,
    positionId: row.positionId,
    dimensionId: row.dimensionId,
    relation: row.relation,
    claim: row.claim,
    quote: row.quote,
    author: voiceOf(open.naming, row.author),
    mine,
    filed: facts.filed,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    readingId: row.readingId,
    reading: row.reading.position,
    title: row.reading.version.title,
    paragraphId: row.paragraphId,
    paragraph: row.paragraph.number,
    start: row.startOffset,
    end: row.endOffset,
    anchor: row.anchor,
    formerText: changed ? formerText : null,
    currentText: changed ? row.paragraph.text : null,
    // What others say of it is theirs as much as their words are.
    helpful: {
      count: open.showsOthers ? row._count.helpful : row.helpful.length,
      mine: row.helpful.length > 0,
    },
    notes: open.showsOthers ? row._count.notes : row.notes.length,
    merged: row.merged.map((piece) => toMerged(access, openings, piece, now)),
    can: {
      edit,
      delete: edit,
      discuss,
      helpful: can(actor, "evidence.helpful", facts, room, now),
      merge: discuss && (mine || isStaff(actor)),
      check: edit && row.anchor === "changed",
    },
  };
}

/** What paragraphs said before their text changed; no statement where none did. */
async function formerTexts(rows: EvidenceRow[]): Promise<Map<Id, string>> {
  const ids = rows.flatMap((row) => row.formerParagraphId ?? []);
  if (ids.length === 0) return new Map();
  const former = await db().paragraph.findMany({
    where: { id: { in: ids } },
    select: { id: true, text: true },
  });
  return new Map(former.map(({ id, text }) => [id, text]));
}

async function viewed(
  access: CourseAccess,
  openings: Openings,
  rows: EvidenceRow[],
  now: Date,
): Promise<EvidenceView[]> {
  const former = await formerTexts(rows);
  return rows.map((row) =>
    toView(access, openings, row, former.get(row.formerParagraphId ?? "") ?? null, now),
  );
}

/** Pieces in the order asked for, as far as this person may see them. One statement, or two. */
export async function evidenceByIds(
  access: CourseAccess,
  openings: Openings,
  ids: Id[],
  now: Date,
): Promise<EvidenceView[]> {
  const rows = await db().evidence.findMany({
    where: {
      id: { in: ids },
      courseId: access.courseId,
      deletedAt: null,
      ...evidenceScope(access.actor, openings),
    },
    select: fields(access, openings),
  });
  const at = new Map(ids.map((id, index) => [id, index]));
  const order = (row: EvidenceRow) => at.get(row.id) ?? 0;
  return viewed(
    access,
    openings,
    rows.toSorted((one, other) => order(one) - order(other)),
    now,
  );
}

export interface FoundEvidence {
  row: EvidenceRow;
  facts: EvidenceFacts;
  open: OpenAssignment;
  room: RoomFacts;
  openings: Openings;
  mine: boolean;
}

/** One piece with what the policy needs to know about it. Refuses `not-found` where it may not be seen. */
export async function findEvidence(
  access: CourseAccess,
  id: Id,
  now: Date,
  known?: Openings,
): Promise<FoundEvidence> {
  const openings = known ?? (await openingsOf(access, now));
  const row = await db().evidence.findUnique({
    where: { id, courseId: access.courseId },
    select: fields(access, openings),
  });
  if (!row) refuse({ code: "not-found" });
  const open = openings.of(row.readingId);
  const facts = factsOfEvidence(row);
  const room = openRoomFacts(open, row.room.groupId);
  if (!can(access.actor, "evidence.see", facts, room, now)) refuse({ code: "not-found" });
  return { row, facts, open, room, openings, mine: isMine(access, row) };
}

/** One piece as its card shows it. Refuses `deleted` to its author once it is. */
export async function evidenceView(access: CourseAccess, id: Id, now: Date): Promise<EvidenceView> {
  const { row, openings } = await findEvidence(access, id, now);
  if (row.deletedAt) refuse({ code: "deleted" });
  const [view] = await viewed(access, openings, [row], now);
  return view ?? refuse({ code: "not-found" });
}

/** Refuses `closed` when the assignment takes no more of this person's words, else `not-allowed`. */
export function refuseIn(access: CourseAccess, { facts }: Pick<OpenAssignment, "facts">, now: Date): never {
  if (access.actor.role === "student" && isClosed(facts, now)) {
    refuse({ code: "closed", closesAt: facts.closesAt.toISOString() });
  }
  return refuse({ code: "not-allowed" });
}

type EvidenceAction = "evidence.edit" | "evidence.discuss" | "evidence.helpful" | "evidence.history";

/** Refuses `deleted`, `closed` and `not-allowed`. */
export function mayDo(
  access: CourseAccess,
  action: EvidenceAction,
  { facts, room, open }: FoundEvidence,
  now: Date,
): void {
  if (facts.deleted) refuse({ code: "deleted" });
  if (!can(access.actor, action, facts, room, now)) refuseIn(access, open, now);
}

/** One piece to do `action` with. Refuses as `mayDo`. */
export async function evidenceFor(
  access: CourseAccess,
  id: Id,
  action: EvidenceAction,
  now: Date,
): Promise<FoundEvidence> {
  const found = await findEvidence(access, id, now);
  mayDo(access, action, found, now);
  return found;
}

/** Whether this person has recorded a piece under this id: a request may arrive without its answer being read. */
export async function hasRecorded(access: CourseAccess, id: Id): Promise<boolean> {
  const where = { id, courseId: access.courseId, authorId: access.actor.membershipId };
  return (await db().evidence.count({ where })) > 0;
}
