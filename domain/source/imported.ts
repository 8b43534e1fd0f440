import { z } from "zod";

export const PARAGRAPH_KINDS = [
  "heading",
  "paragraph",
  "quote",
  "list",
  "table",
  "caption",
  "footnote",
] as const;

/** Why a piece of the input was not kept as a paragraph. Whoever reviews the import can put it back. */
export const SET_ASIDE_REASONS = [
  "navigation",
  "advert",
  "share",
  "subscribe",
  "comment-form",
  "counter",
  "read-more",
  "copyright",
  "page-number",
  "running-head",
  "image",
  "credit",
  "author-note",
  "initials",
  "date",
  "publication",
  "kicker",
  "end-mark",
  "pull-quote",
  "duplicate",
  "front-matter",
  "separator",
  "link",
  "markup",
] as const;

export const WARNING_CODES = [
  "encoding-guessed",
  "unreadable-characters",
  "hyphens-guessed",
  "no-title",
  "no-paragraphs",
  "language-unsure",
  "ends-mid-sentence",
  "long-paragraph",
] as const;

export const paragraphKind = z.enum(PARAGRAPH_KINDS);
export const setAsideReason = z.enum(SET_ASIDE_REASONS);

/** `count` says how often; `sample` is a short piece of the text, for the person who checks. */
export const importWarning = z.object({
  code: z.enum(WARNING_CODES),
  count: z.number().int().positive().optional(),
  sample: z.string().max(200).optional(),
});

export const importedParagraph = z.object({
  number: z.number().int().positive(),
  kind: paragraphKind,
  text: z.string().min(1),
  level: z.number().int().min(1).max(6).optional(),
});

export const setAsidePiece = z.object({ text: z.string().min(1), reason: setAsideReason });

/**
 * A text as an import proposes it. Paragraphs are numbered from 1 without gaps; `date` and `publication`
 * are kept as they were written; `language` is an ISO 639-1 code, or null where nothing reliable can be said.
 */
export const imported = z.object({
  title: z.string().min(1).nullable(),
  byline: z.string().min(1).nullable(),
  publication: z.string().min(1).optional(),
  date: z.string().min(1).optional(),
  language: z.string().min(2).nullable(),
  paragraphs: z.array(importedParagraph),
  setAside: z.array(setAsidePiece),
  warnings: z.array(importWarning),
});

export type ParagraphKind = z.infer<typeof paragraphKind>;
export type SetAsideReason = z.infer<typeof setAsideReason>;
export type ImportWarning = z.infer<typeof importWarning>;
export type ImportedParagraph = z.infer<typeof importedParagraph>;
export type SetAsidePiece = z.infer<typeof setAsidePiece>;
export type Imported = z.infer<typeof imported>;
