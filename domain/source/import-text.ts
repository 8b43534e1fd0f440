import { findAdverts } from "./adverts";
import { findAuthorNotes } from "./author-notes";
import { type PlacedPiece, readBlocks } from "./blocks";
import { takeCredits } from "./captions";
import { readFrontMatter } from "./front-matter";
import { takeFurniture } from "./furniture";
import { markHeadings } from "./headings";
import { collectSpellings, mendInside } from "./hyphens";
import type { Imported, ImportWarning, SetAsideReason } from "./imported";
import { joinLines, type Unit } from "./joining";
import { detectLanguage } from "./language";
import { looksLikeMarkdown } from "./markup";
import { bodyStart, type Meta, readHead, readTail } from "./meta";
import { normaliseText } from "./normalise";
import { endsSentence } from "./script";
import { segment, stripEndMarks, takeRepeated } from "./segment";

export interface ImportOptions {
  /** Without it, and for "txt", the text itself decides whether its Markdown marks are read as such. */
  format?: "txt" | "md";
}

const LONG_PARAGRAPH = 6000;

/**
 * A text as a careful editor would set it: lines joined, words mended, furniture set aside with its reason, the rest
 * as numbered paragraphs. Nothing is thrown away but markup. Never throws; takes time linear in the length.
 */
export function importText(text: string, options: ImportOptions = {}): Imported {
  const normal = normaliseText(text);
  const markdown = options.format === "md" || looksLikeMarkdown(normal);
  const front = markdown ? readFrontMatter(normal) : { meta: {}, rest: normal, setAside: [] };
  const blocks = readBlocks(front.rest, markdown);
  const credits = takeCredits(blocks.lines);
  const furniture = takeFurniture(credits.kept);
  const spellings = collectSpellings(furniture.kept.map((line) => line.text));
  const joined = joinLines(furniture.kept, spellings);
  const mended = joined.units.map((unit) => ({ ...unit, text: mendInside(unit.text, spellings) }));
  const marks = stripEndMarks(mended);
  const adverts = takeOut(marks.units, findAdverts(marks.units), "advert");
  const named = findAuthorNotes(adverts.units, null).flatMap(({ name }) => name ?? []);
  const head = readHead(adverts.units, bodyStart(adverts.units), named);
  const notes = findAuthorNotes(head.units, head.meta.byline);
  const noted = takeOut(head.units, new Set(notes.map(({ index }) => index)), "author-note");
  const tail = readTail(noted.units, withNote(head.meta, notes[0]?.name ?? null));
  const repeated = takeRepeated(tail.units);
  const units = markHeadings(repeated.units, 0);
  const meta: Meta = { ...tail.meta, ...front.meta };
  const setAside = [front, blocks, credits, furniture, marks, adverts, head, noted, tail, repeated].flatMap(
    (step) => step.setAside,
  );
  const displaced = (["title", "byline", "date", "publication"] as const).flatMap((field) => {
    const lost = front.meta[field] === undefined ? null : tail.meta[field];
    return lost === null ? [] : [{ text: lost, reason: "duplicate" as const, at: 0 }];
  });
  const links = [...new Set(blocks.links)];
  if (links.length > 0)
    setAside.push({ text: links.join("\n"), reason: "link", at: Number.MAX_SAFE_INTEGER });
  const paragraphs = segment(units);
  const language = detectLanguage(
    paragraphs.map((paragraph) => paragraph.text).join("\n") || (meta.title ?? ""),
  );
  return {
    title: meta.title,
    byline: meta.byline,
    ...(meta.publication === null ? {} : { publication: meta.publication }),
    ...(meta.date === null ? {} : { date: meta.date }),
    language,
    paragraphs,
    setAside: inOrder([...setAside, ...displaced]),
    warnings: warningsFor(units, meta, language, joined.guesses),
  };
}

function takeOut(units: readonly Unit[], indexes: ReadonlySet<number>, reason: SetAsideReason) {
  const setAside: PlacedPiece[] = [];
  const kept = units.filter((unit, index) => {
    if (!indexes.has(index)) return true;
    setAside.push({ text: unit.text, reason, at: unit.at });
    return false;
  });
  return { units: kept, setAside };
}

function withNote(meta: Meta, name: string | null): Meta {
  return meta.byline === null && name !== null ? { ...meta, byline: name } : meta;
}

function inOrder(pieces: readonly PlacedPiece[]) {
  return [...pieces].sort((a, b) => a.at - b.at).map(({ text, reason }) => ({ text, reason }));
}

function warningsFor(
  units: readonly Unit[],
  meta: Meta,
  language: string | null,
  guesses: readonly string[],
): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  if (units.length === 0) warnings.push({ code: "no-paragraphs" });
  if (meta.title === null) warnings.push({ code: "no-title" });
  if (language === null) warnings.push({ code: "language-unsure" });
  const guess = guesses[0];
  if (guess !== undefined) {
    warnings.push({ code: "hyphens-guessed", count: guesses.length, sample: guess.slice(0, 100) });
  }
  const last = units.findLast((unit) => unit.kind === "text");
  if (last && !endsSentence(last.text) && last.text.length > 60) {
    warnings.push({ code: "ends-mid-sentence", sample: last.text.slice(-80) });
  }
  const long = units.filter((unit) => unit.text.length > LONG_PARAGRAPH).length;
  if (long > 0) warnings.push({ code: "long-paragraph", count: long });
  return warnings;
}
