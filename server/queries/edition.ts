import { type Carried, carrier } from "@/domain/anchor/carry";
import { type CarryTally, tallyCarried } from "@/domain/anchor/tally";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { Prisma } from "@/prisma/client/client";
import { db, type Transaction } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

/** What stands on a text: the table it is kept in says what it is. */
export type AnchorKind = "comment" | "span" | "evidence" | "citation" | "stance" | "left" | "right";

export interface StandingRow {
  kind: AnchorKind;
  id: Id;
  /** Of a span: its place in the passage. */
  part: number;
  paragraphId: Id;
  start: number | null;
  end: number | null;
}

interface Text {
  id: Id;
  position: number;
  text: string;
}

export interface Edition {
  readingId: Id;
  assignmentId: Id;
  title: string;
  from: { versionId: Id; number: number; paragraphs: Text[] };
  to: { versionId: Id; number: number; paragraphs: Text[] };
}

const versionFields = {
  id: true,
  number: true,
  sourceId: true,
  title: true,
  publishedAt: true,
  paragraphs: { orderBy: { position: "asc" }, select: { id: true, position: true, text: true } },
} as const satisfies Prisma.SourceVersionSelect;

/** The version that a reading shows and another of the same source. Refuses `not-found`, and `not-published`. */
export async function editionOf(
  access: CourseAccess,
  input: { readingId: Id; versionId: Id },
): Promise<Edition> {
  authorize(access, "source.write");
  const { courseId } = access;
  const reading = await db().reading.findUnique({
    where: { id: input.readingId, courseId },
    select: { id: true, assignmentId: true, version: { select: versionFields } },
  });
  const to = await db().sourceVersion.findUnique({
    where: { id: input.versionId, courseId },
    select: versionFields,
  });
  if (!reading || !to || to.sourceId !== reading.version.sourceId) refuse({ code: "not-found" });
  if (!to.publishedAt) refuse({ code: "not-published" });
  const side = ({ id, number, paragraphs }: typeof to) => ({ versionId: id, number, paragraphs });
  return {
    readingId: reading.id,
    assignmentId: reading.assignmentId,
    title: to.title,
    from: side(reading.version),
    to: side(to),
  };
}

/** Everything that stands on the paragraphs of a reading; what was deleted as well, for its words may come back. */
export const standingOn = (
  tx: Transaction,
  { courseId, readingId }: { courseId: Id; readingId: Id },
): Promise<StandingRow[]> =>
  tx.$queryRaw<StandingRow[]>(Prisma.sql`
    SELECT 'comment' AS kind, id, 0 AS part, "paragraphId", "startOffset" AS start, "endOffset" AS "end"
      FROM "Comment" WHERE "courseId" = ${courseId}::uuid AND "readingId" = ${readingId}::uuid AND "paragraphId" IS NOT NULL
    UNION ALL SELECT 'span', s."commentId", s.position, s."paragraphId", s."startOffset", s."endOffset"
      FROM "CommentSpan" s JOIN "Comment" c ON c.id = s."commentId" 
      WHERE c."courseId" = ${courseId}::uuid AND c."readingId" = ${readingId}::uuid
    UNION ALL SELECT 'evidence', id, 0, "paragraphId", "startOffset", "endOffset"
      FROM "Evidence" WHERE "courseId" = ${courseId}::uuid AND "readingId" = ${readingId}::uuid
    UNION ALL SELECT 'citation', id, 0, "paragraphId", NULL, NULL
      FROM "Citation" WHERE "courseId" = ${courseId}::uuid AND "readingId" = ${readingId}::uuid
    UNION ALL SELECT 'stance', id, 0, "movedByParagraphId", NULL, NULL
      FROM "Stance" WHERE "courseId" = ${courseId}::uuid AND "movedByReadingId" = ${readingId}::uuid AND "movedByParagraphId" IS NOT NULL
    UNION ALL SELECT 'left', id, 0, "leftParagraphId", NULL, NULL
      FROM "TermDifference" WHERE "courseId" = ${courseId}::uuid AND "leftReadingId" = ${readingId}::uuid
    UNION ALL SELECT 'right', id, 0, "rightParagraphId", NULL, NULL
      FROM "TermDifference" WHERE "courseId" = ${courseId}::uuid AND "rightReadingId" = ${readingId}::uuid`);

export interface CarriedRow extends StandingRow {
  carried: Carried;
}

/** What stood on the reading's other versions (it was lost before) stays as it is. */
export function carryAll({ from, to }: Edition, rows: readonly StandingRow[]): CarriedRow[] {
  const known = new Set(from.paragraphs.map((row) => row.id));
  const carry = carrier(from.paragraphs, to.paragraphs);
  return rows.filter((row) => known.has(row.paragraphId)).map((row) => ({ ...row, carried: carry(row) }));
}

/** A passage that somebody will have to look at. */
export interface Troubled {
  kind: AnchorKind;
  state: "changed" | "lost";
  /** The words it stands on, and those it would stand on. */
  words: string;
  now: string | null;
  /** Position of its paragraph in the version that is read now. */
  position: number;
}

export interface EditionPreview {
  number: number;
  comments: CarryTally;
  evidence: CarryTally;
  citations: CarryTally;
  /** At most fifty, in the order of the text. */
  troubled: Troubled[];
}

const MOST_SHOWN = 50;

/** What would become of everything that stands on the reading, before anything is moved. Nobody's words are shown. */
export async function previewEdition(
  access: CourseAccess,
  input: { readingId: Id; versionId: Id },
): Promise<EditionPreview> {
  const edition = await editionOf(access, input);
  const rows = carryAll(
    edition,
    await standingOn(db(), { courseId: access.courseId, readingId: input.readingId }),
  );
  const of = (...kinds: AnchorKind[]) =>
    tallyCarried(rows.filter((row) => kinds.includes(row.kind)).map((row) => row.carried));
  return {
    number: edition.to.number,
    comments: of("comment"),
    evidence: of("evidence"),
    citations: of("citation", "stance", "left", "right"),
    troubled: rows
      .flatMap((row) => troubledOf(edition, row))
      .sort((a, b) => a.position - b.position)
      .slice(0, MOST_SHOWN),
  };
}

function troubledOf({ from, to }: Edition, { kind, carried, ...row }: CarriedRow): Troubled[] {
  if (carried.state === "sound" || kind === "span") return [];
  const old = from.paragraphs.find((paragraph) => paragraph.id === row.paragraphId);
  const next =
    carried.state === "changed"
      ? to.paragraphs.find((paragraph) => paragraph.id === carried.paragraphId)
      : undefined;
  const cut = (text: string, start: number | null, end: number | null) => text.slice(start ?? 0, end ?? 300);
  return [
    {
      kind,
      state: carried.state,
      words: cut(old?.text ?? "", row.start, row.end),
      now: next && carried.state === "changed" ? cut(next.text, carried.start, carried.end) : null,
      position: old?.position ?? 0,
    },
  ];
}
