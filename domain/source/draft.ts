import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { lineOfText, optionalText } from "@/domain/text";
import { version } from "@/domain/version";
import { PARAGRAPH_KINDS, type ParagraphKind, SET_ASIDE_REASONS } from "./imported";

/** Why a piece stands outside the text: an import's reason, or a person who decided so. */
export const asideReasons = [...SET_ASIDE_REASONS, "by-hand"] as const;
export type AsideReason = (typeof asideReasons)[number];

/** Limits of one text, in UTF-16 units and in rows: a long book chapter fits, an accident does not. */
const MOST_TEXT = 2_100_000;
export const MOST_ROWS = 6_000;

const SPACES = /[ \t\r\n\u2028\u2029]+/g;
const hasLines = (kind: ParagraphKind) => kind === "list" || kind === "table";

/** PostgreSQL refuses NUL, and nobody means the other control characters. */
const withoutControls = (text: string) =>
  text.replace(/\p{Cc}/gu, (unit) => (/\s/.test(unit) ? unit : "")).normalize("NFC");

/** NFC and single spaces; a list or table keeps one line an item or row. */
export function tidyParagraph(text: string, kind: ParagraphKind): string {
  // PostgreSQL refuses NUL, and nobody means the other control characters.
  const clean = text.replace(/\p{Cc}/gu, (unit) => (/\s/.test(unit) ? unit : "")).normalize("NFC");
  if (!hasLines(kind)) return clean.replace(SPACES, " ").trim();
  return clean
    .split(/\r\n?|\n/)
    .map((line) => line.replace(SPACES, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** BCP 47, as far as a form can tell: Intl knows how to read it. */
export const languageTag = z
  .string()
  .max(35)
  .refine((tag) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag), { message: "not-a-language" });

const textLimit = z.string().max(MOST_TEXT);

export const draftParagraph = z
  .object({
    id,
    kind: z.enum(PARAGRAPH_KINDS),
    level: z.int().min(2).max(4).nullable(),
    text: textLimit,
    language: languageTag.nullable(),
  })
  .transform((row) => ({
    ...row,
    level: row.kind === "heading" ? (row.level ?? 2) : null,
    text: tidyParagraph(row.text, row.kind),
  }));

export const draftAside = z.object({
  id,
  text: textLimit.transform(withoutControls),
  reason: z.enum(asideReasons),
});

const optionalLine = (most: number) => z.union([z.literal(""), lineOfText(most)]);

/** A source as a person leaves it while cleaning up. Rows whose text has become empty are left out. */
export const sourceDraft = z
  .object({
    title: lineOfText(300),
    byline: optionalLine(300),
    origin: optionalLine(300),
    language: languageTag,
    paragraphs: z.array(draftParagraph).max(MOST_ROWS),
    setAside: z.array(draftAside).max(MOST_ROWS),
  })
  .transform((draft) => ({ ...draft, paragraphs: draft.paragraphs.filter((row) => row.text !== "") }))
  .refine((draft) => draft.paragraphs.reduce((sum, row) => sum + row.text.length, 0) <= MOST_TEXT, {
    message: "too-long",
  });

export const sourceSave = z.object({
  id,
  /** The revision the edit was made on. */
  revision: version,
  draft: sourceDraft,
});

/** What is imported: pasted text, or a file's name and its bytes in base64. */
export const sourceImport = z.object({
  id: clientId,
  from: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("file"), name: optionalText(500), bytes: z.string() }),
  ]),
});

export type DraftParagraph = z.infer<typeof draftParagraph>;
export type DraftAside = z.infer<typeof draftAside>;
export type SourceDraft = z.infer<typeof sourceDraft>;
export type SourceSave = z.infer<typeof sourceSave>;
export type SourceImport = z.infer<typeof sourceImport>;

const FILE_NAMES = /\.(txt|text|md|markdown)$/i;

/** Whether an import reads files of this name; what is inside is judged by its bytes. */
export const isReadableName = (name: string) => FILE_NAMES.test(name);

/** Headings and captions stand between the paragraphs that people cite. */
export const isCounted = (kind: ParagraphKind) => kind !== "heading" && kind !== "caption";

/** Positions from 1 without gaps, and the ¶ numbers: from 1, null where a row is not counted. */
export function numberParagraphs<Row extends { kind: ParagraphKind }>(
  rows: readonly Row[],
): (Row & { position: number; number: number | null })[] {
  let counted = 0;
  return rows.map((row, index) => ({
    ...row,
    position: index + 1,
    number: isCounted(row.kind) ? ++counted : null,
  }));
}
