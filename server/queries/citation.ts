import type { Actor } from "@/domain/access/actor";
import type { Schedule } from "@/domain/access/discussion";
import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import {
  type Chip,
  findCitations,
  keptTargets,
  type NamedPosition,
  positionNamed,
} from "@/domain/prompt/citation";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

type Anchor = Chip["anchor"];

export interface CitedParagraph {
  /** The mark's order in the text, from 0. */
  position: number;
  readingId: Id;
  paragraphId: Id;
  /** The position for which it is cited. */
  positionId: Id | null;
  anchor: Anchor;
  /** The paragraph it named before its text changed. */
  formerParagraphId: Id | null;
}

/** Selects what is kept of a citation beside its mark. */
export const citedFields = {
  position: true,
  readingId: true,
  paragraphId: true,
  positionId: true,
  anchor: true,
  formerParagraphId: true,
} as const satisfies Prisma.CitationSelect;

/** What a text said, and cited, before it was changed. */
export interface FormerText {
  text: string;
  citations: readonly CitedParagraph[];
}

/** What a text that is about to be changed cites. */
export async function formerText(
  access: CourseAccess,
  owner: { commentId: Id } | { noteId: Id } | { steelmanId: Id },
  text: string,
): Promise<FormerText | null> {
  if (findCitations(text).length === 0) return null;
  const citations = await db().citation.findMany({
    where: { courseId: access.courseId, ...owner },
    select: citedFields,
  });
  return { text, citations };
}

/** The course's positions, those taken out of the frame last: a name means one that stands, if one does. */
async function positionsToName(access: CourseAccess): Promise<NamedPosition[]> {
  const rows = await db().position.findMany({
    where: { courseId: access.courseId },
    select: { id: true, name: true, short: true, removedAt: true },
    orderBy: { position: "asc" },
  });
  return rows.sort((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null));
}

/**
 * What the citation marks in a text point at. A mark that leads nowhere this person may read has no entry.
 * @param former the text that this one takes the place of
 */
export async function resolveCitations(
  access: CourseAccess,
  text: string,
  now: Date,
  former: FormerText | null = null,
): Promise<CitedParagraph[]> {
  const marks = findCitations(text);
  if (marks.length === 0) return [];
  const names = marks.some((mark) => mark.about !== null) ? await positionsToName(access) : [];
  const readings = await db().reading.findMany({
    where: { courseId: access.courseId, position: { in: marks.map((mark) => mark.reading) } },
    select: {
      id: true,
      position: true,
      assignment: { select: { publishedAt: true, opensAt: true, dueAt: true, closesAt: true } },
      version: {
        select: {
          paragraphs: {
            where: { number: { in: marks.map((mark) => mark.paragraph) } },
            select: { id: true, number: true },
          },
        },
      },
    },
  });
  const open = readings.filter((reading) => can(access.actor, "assignment.enter", reading.assignment, now));
  const kept = keptTargets(text, former && { text: former.text, targets: former.citations });
  return marks.flatMap((mark, position): CitedParagraph[] => {
    const positionId = positionNamed(mark.about, names)?.id ?? null;
    const held = kept.get(position);
    if (held) return [{ ...held, position, positionId: positionId ?? held.positionId }];
    const reading = open.find((candidate) => candidate.position === mark.reading);
    const paragraph = reading?.version.paragraphs.find((candidate) => candidate.number === mark.paragraph);
    if (!reading || !paragraph) return [];
    return [
      {
        position,
        readingId: reading.id,
        paragraphId: paragraph.id,
        positionId,
        anchor: "sound",
        formerParagraphId: null,
      },
    ];
  });
}

/** Selects what a citation chip shows. */
export const chipFields = {
  position: true,
  readingId: true,
  paragraphId: true,
  positionId: true,
  anchor: true,
  reading: {
    select: {
      position: true,
      version: { select: { title: true } },
      assignment: { select: { publishedAt: true, opensAt: true, dueAt: true, closesAt: true } },
    },
  },
  paragraph: { select: { number: true, text: true } },
  former: { select: { text: true } },
  stand: { select: { short: true } },
} as const satisfies Prisma.CitationSelect;

type ChipRow = Prisma.CitationGetPayload<{ select: typeof chipFields }>;

const toChip = ({ reading, paragraph, former, stand, ...row }: ChipRow): Chip => ({
  position: row.position,
  readingId: row.readingId,
  paragraphId: row.paragraphId,
  reading: reading.position,
  title: reading.version.title,
  paragraph: paragraph.number,
  text: paragraph.text,
  positionId: row.positionId,
  about: stand?.short ?? null,
  anchor: row.anchor,
  formerText: former?.text ?? null,
});

/** Whether somebody may read what stands in an assignment. */
export type Entry = (assignment: Schedule) => boolean;

export const entryOf =
  (actor: Actor, now: Date): Entry =>
  (assignment) =>
    can(actor, "assignment.enter", assignment, now);

/** What a text cites, of what `enters` lets be read: staff cite texts that are not open to the class yet. */
export const chipsOf = (rows: readonly ChipRow[], enters: Entry): Chip[] =>
  rows.filter(({ reading }) => enters(reading.assignment)).map(toChip);
