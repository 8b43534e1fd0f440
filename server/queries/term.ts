import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { type Form, findUses, prepareText, usesIn } from "@/domain/prompt/term";
import { type Excerpt, excerptOf } from "@/domain/prompt/term-excerpt";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { type OpenAssignment, type OpenReading, openAssignments } from "./openness";
import { type DifferenceView, differenceFields, differenceView, visibleDifferences } from "./term-difference";
import { type FoundText, textsWith } from "./term-text";

export interface TermView {
  id: Id;
  version: number;
  name: string;
  gloss: string;
  forms: Form[];
}

export const termFields = {
  id: true,
  version: true,
  name: true,
  gloss: true,
  removedAt: true,
  forms: { select: { language: true, words: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.TermSelect;

/** A reading as the columns of a term name it. */
interface ReadingHead {
  id: Id;
  number: number;
  title: string;
}

export interface TermRow extends TermView {
  /** In how many paragraphs of each reading the term stands; readings without it are left out. */
  uses: { readingId: Id; count: number }[];
  /** Those that this person is shown. */
  differences: number;
}

export interface TermList {
  readings: ReadingHead[];
  terms: TermRow[];
  /** What was taken out and can be put back; empty for whoever may not. */
  removed: TermView[];
  can: { write: boolean };
}

const headOf = ({ id, number, title }: OpenReading): ReadingHead => ({ id, number, title });

const readingsOf = (open: readonly OpenAssignment[]) =>
  open.flatMap(({ readings }) => readings).toSorted((a, b) => a.number - b.number);

const viewOf = ({ id, version, name, gloss, forms }: TermView): TermView => ({
  id,
  version,
  name,
  gloss,
  forms,
});

/** A paragraph in each of its languages, made ready for many terms. */
const prepared = ({ versionId, text, language, translations }: FoundText) => ({
  versionId,
  texts: [{ text, language }, ...translations].map((each) => ({
    text: prepareText(each.text),
    language: each.language,
  })),
});

const stands = ({ texts }: ReturnType<typeof prepared>, forms: readonly Form[]) =>
  texts.some(({ text, language }) => usesIn(text, forms, language).length > 0);

/** The contested terms, with where they stand in the readings open to this person. Four statements. */
export async function termList(access: CourseAccess, now: Date): Promise<TermList> {
  const open = await openAssignments(access, now);
  const readings = readingsOf(open);
  const rows = await db().term.findMany({
    where: { courseId: access.courseId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { ...termFields, differences: differenceFields },
  });
  const standing = rows.filter(({ removedAt }) => removedAt === null);
  const found = await textsWith(
    access,
    readings.map(({ versionId }) => versionId),
    standing.flatMap(({ forms }) => forms),
  );
  const texts = found.map(prepared);
  const write = can(access.actor, "term.write");
  return {
    readings: readings.map(headOf),
    terms: standing.map((row) => {
      const versions = new Map<Id, number>();
      for (const text of texts) {
        if (stands(text, row.forms)) versions.set(text.versionId, (versions.get(text.versionId) ?? 0) + 1);
      }
      return {
        ...viewOf(row),
        uses: readings.flatMap(({ id, versionId }) => {
          const count = versions.get(versionId) ?? 0;
          return count > 0 ? [{ readingId: id, count }] : [];
        }),
        differences: visibleDifferences(access, row.differences, open).length,
      };
    }),
    removed: write ? rows.filter(({ removedAt }) => removedAt !== null).map(viewOf) : [],
    can: { write },
  };
}

/** A paragraph in which a term stands, with the sentences around it. */
export interface TermUse {
  paragraphId: Id;
  /** The ¶; null where it is not counted. */
  paragraph: number | null;
  position: number;
  /** Of the text itself, where the term stands in it, and of what stands beside it in other languages. */
  excerpts: (Excerpt & { language: string; translation: boolean })[];
}

export interface TermPage {
  term: TermView & { removed: boolean };
  readings: (ReadingHead & { uses: TermUse[]; count: number })[];
  differences: DifferenceView[];
  can: { write: boolean; discuss: boolean };
}

/** So many uses of one reading are shown; the count tells how many there are. */
export const MOST_USES = 60;

function foundIn(text: FoundText, forms: readonly Form[]): TermUse[] {
  const all = [
    { text: text.text, language: text.language, translation: false },
    ...text.translations.map((each) => ({ ...each, translation: true })),
  ];
  const excerpts = all.flatMap(({ text: words, language, translation }) => {
    const uses = findUses(words, forms, language);
    return uses.length > 0 ? [{ ...excerptOf(words, uses, language), language, translation }] : [];
  });
  const { paragraphId, paragraph, position } = text;
  return excerpts.length > 0 ? [{ paragraphId, paragraph, position, excerpts }] : [];
}

/**
 * Every use of a term in the readings open to this person, reading by reading, and the differences stated between
 * them. Four statements. Refuses `not-found` also for a term taken out, except to those who can put it back.
 */
export async function termPage(access: CourseAccess, termId: Id, now: Date): Promise<TermPage> {
  const row = await db().term.findFirst({
    where: { id: termId, courseId: access.courseId },
    select: { ...termFields, differences: differenceFields },
  });
  const write = can(access.actor, "term.write");
  if (!row || (row.removedAt && !write)) refuse({ code: "not-found" });
  const open = await openAssignments(access, now);
  const readings = readingsOf(open);
  const texts = await textsWith(
    access,
    readings.map(({ versionId }) => versionId),
    row.forms,
  );
  const uses = new Map<Id, TermUse[]>();
  for (const text of texts) {
    uses.set(text.versionId, [...(uses.get(text.versionId) ?? []), ...foundIn(text, row.forms)]);
  }
  return {
    term: { ...viewOf(row), removed: row.removedAt !== null },
    readings: readings.map((reading) => {
      const own = uses.get(reading.versionId) ?? [];
      return { ...headOf(reading), uses: own.slice(0, MOST_USES), count: own.length };
    }),
    differences: visibleDifferences(access, row.differences, open).map((seen) =>
      differenceView(access, seen),
    ),
    can: { write, discuss: can(access.actor, "term.discuss") && row.removedAt === null },
  };
}

/** The terms' words for whoever edits one. One statement. Refuses `not-found`. */
export async function termOf(access: CourseAccess, termId: Id): Promise<TermView & { removed: boolean }> {
  authorize(access, "term.write");
  const row = await db().term.findFirst({
    where: { id: termId, courseId: access.courseId },
    select: termFields,
  });
  if (!row) refuse({ code: "not-found" });
  return { ...viewOf(row), removed: row.removedAt !== null };
}
