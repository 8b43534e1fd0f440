import type { PositionDraft } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import { type Chip, findCitations } from "@/domain/prompt/citation";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { openAssignments } from "./openness";

interface Cited {
  readingId: Id;
  reading: number;
  title: string;
  paragraphs: ReadonlyMap<number, { id: Id; text: string }>;
}

/**
 * What the accounts of the positions cite, as far as it is open to this person. Nothing is asked where nothing is
 * cited; else three statements.
 */
export async function frameChips(
  access: CourseAccess,
  positions: readonly Pick<PositionDraft, "id" | "account" | "sources">[],
  now: Date,
): Promise<{ positionId: Id; account: Chip[]; sources: Chip[] }[]> {
  const marks = positions.flatMap(({ account, sources }) => [account, sources].flatMap(findCitations));
  const cited = marks.length > 0 ? await readCited(access, marks, now) : new Map<number, Cited>();
  const chips = (text: string): Chip[] =>
    findCitations(text).flatMap((mark, position) => {
      const reading = cited.get(mark.reading);
      const paragraph = reading?.paragraphs.get(mark.paragraph);
      if (!reading || !paragraph) return [];
      const { paragraphs: _paragraphs, ...where } = reading;
      const { id: paragraphId, text } = paragraph;
      const here = { position, ...where, paragraphId, paragraph: mark.paragraph, text };
      return [{ ...here, positionId: null, about: null, anchor: "sound" as const, formerText: null }];
    });
  return positions.map(({ id, account, sources }) => ({
    positionId: id,
    account: chips(account),
    sources: chips(sources),
  }));
}

async function readCited(
  access: CourseAccess,
  marks: readonly { reading: number; paragraph: number }[],
  now: Date,
): Promise<Map<number, Cited>> {
  const wanted = new Set(marks.map(({ reading }) => reading));
  const open = (await openAssignments(access, now)).flatMap(({ readings }) => readings);
  const readings = open.filter(({ number }) => wanted.has(number));
  const rows = await db().paragraph.findMany({
    where: {
      courseId: access.courseId,
      versionId: { in: readings.map(({ versionId }) => versionId) },
      number: { in: [...new Set(marks.map(({ paragraph }) => paragraph))] },
    },
    select: { id: true, versionId: true, number: true, text: true },
  });
  return new Map(
    readings.map(({ id, number, title, versionId }) => {
      const own = rows.filter((row) => row.versionId === versionId);
      const paragraphs = new Map(own.map((row) => [row.number ?? 0, { id: row.id, text: row.text }]));
      return [number, { readingId: id, reading: number, title, paragraphs }];
    }),
  );
}
