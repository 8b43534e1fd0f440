import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { type Chip, findCitations } from "@/domain/prompt/citation";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

export interface CitedParagraph {
  /** The mark's order in the text, from 0. */
  position: number;
  readingId: Id;
  paragraphId: Id;
}

/** What the citation marks in a text point at. A mark that leads nowhere this person may read has no entry. */
export async function resolveCitations(
  access: CourseAccess,
  text: string,
  now: Date,
): Promise<CitedParagraph[]> {
  const marks = findCitations(text);
  if (marks.length === 0) return [];
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
  return marks.flatMap((mark, position) => {
    const reading = open.find((candidate) => candidate.position === mark.reading);
    const paragraph = reading?.version.paragraphs.find((candidate) => candidate.number === mark.paragraph);
    return reading && paragraph ? [{ position, readingId: reading.id, paragraphId: paragraph.id }] : [];
  });
}

/** Selects what a citation chip shows. */
export const chipFields = {
  position: true,
  readingId: true,
  paragraphId: true,
  reading: { select: { position: true, version: { select: { title: true } } } },
  paragraph: { select: { number: true, text: true } },
} as const;

interface ChipRow {
  position: number;
  readingId: Id;
  paragraphId: Id;
  reading: { position: number; version: { title: string } };
  paragraph: { number: number | null; text: string };
}

export const toChip = ({ reading, paragraph, ...row }: ChipRow): Chip => ({
  position: row.position,
  readingId: row.readingId,
  paragraphId: row.paragraphId,
  reading: reading.position,
  title: reading.version.title,
  paragraph: paragraph.number,
  text: paragraph.text,
});
