import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { NoteSubject, NoteView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { chipFields, chipsOf, entryOf } from "./citation";
import type { CourseAccess } from "./course-access";
import { type Subject, subjectOf } from "./note-subject";
import { voiceFields, voiceOf } from "./voice";

/** A thread this long has said what there is to say. */
const MOST = 500;

const fields = {
  id: true,
  version: true,
  body: true,
  authorId: true,
  author: voiceFields,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  evidenceId: true,
  differenceId: true,
  citations: { select: chipFields, orderBy: { position: "asc" } },
} as const satisfies Prisma.NoteSelect;

type NoteRow = Prisma.NoteGetPayload<{ select: typeof fields }>;

const factsOf = (row: NoteRow) => ({ authorId: row.authorId, deleted: row.deletedAt !== null });

function toView(access: CourseAccess, subject: Subject, row: NoteRow, now: Date): NoteView {
  const { id, version, body, createdAt, editedAt } = row;
  const facts = factsOf(row);
  return {
    id,
    version,
    body,
    author: voiceOf(subject.naming, row.author),
    mine: row.authorId === access.actor.membershipId,
    createdAt,
    editedAt,
    deleted: facts.deleted,
    citations: chipsOf(row.citations, entryOf(access.actor, now)),
    can: {
      edit: can(access.actor, "note.edit", facts, subject),
      delete: can(access.actor, "note.delete", facts, subject),
    },
  };
}

/** The thread under something, oldest first; of others' words none where they do not show. Refuses `not-found` where that may not be seen. */
export async function notesOn(access: CourseAccess, on: NoteSubject, now: Date): Promise<NoteView[]> {
  const subject = await subjectOf(access, on, now);
  const rows = await db().note.findMany({
    where: {
      courseId: access.courseId,
      ...subject.where,
      ...(subject.showsOthers ? {} : { authorId: access.actor.membershipId }),
    },
    select: fields,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map((row) => toView(access, subject, row, now));
}

export interface FoundNote {
  row: NoteRow;
  view: NoteView;
  subject: Subject;
  mine: boolean;
}

const subjectOfRow = (row: Pick<NoteRow, "evidenceId" | "differenceId">): NoteSubject =>
  row.evidenceId
    ? { kind: "evidence", id: row.evidenceId }
    : { kind: "difference", id: row.differenceId ?? "" };

/** One note with what the policy needs to know about it. Refuses `not-found` where it may not be seen. */
export async function findNote(access: CourseAccess, id: Id, now: Date): Promise<FoundNote> {
  const row = await db().note.findUnique({ where: { id, courseId: access.courseId }, select: fields });
  if (!row) refuse({ code: "not-found" });
  const subject = await subjectOf(access, subjectOfRow(row), now);
  const mine = row.authorId === access.actor.membershipId;
  if (!mine && !subject.showsOthers) refuse({ code: "not-found" });
  return { row, view: toView(access, subject, row, now), subject, mine };
}
