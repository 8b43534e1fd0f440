import type { Unit } from "./joining";
import { endsOpen, endsSentence, isUnspaced, lastCharacter, startsLower, width } from "./script";

const NUMBERED =
  /^(?:(?:chapter|part|section|kapitel|teil|chapitre|partie)\s+[\divxlc]{1,6}\b|[IVX]{1,5}\.\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|第[一二三四五六七八九十百\d]{1,4}[章节部])/i;

/**
 * Makes headings of the short lines that stand in for them: no full stop, and running text on from there.
 * A single numbered line before a paragraph is a numbered heading and not a list of one.
 */
export function markHeadings(units: readonly Unit[], first: number): Unit[] {
  return units.map((unit, index) => {
    if (index < first || !isHeadingLike(unit)) return unit;
    const before = units[index - 1];
    const after = units[index + 1];
    if (!after || !isBody(after) || (unit.numbered && (isItem(before) || isItem(after)))) return unit;
    const closed = before?.kind !== "text" || endsSentence(before.text) || unit.gap;
    return closed ? { ...unit, kind: "heading", level: 2 } : unit;
  });
}

function isItem(unit: Unit | undefined): boolean {
  return unit?.kind === "list";
}

function isBody(unit: Unit): boolean {
  if (unit.kind === "text")
    return width(unit.text) >= 120 || (endsSentence(unit.text) && width(unit.text) >= 60);
  return unit.kind === "list" || unit.kind === "quote" || unit.kind === "heading";
}

function isHeadingLike(unit: Unit): boolean {
  if (unit.kind !== "text" && !(unit.kind === "list" && unit.numbered)) return false;
  const { text } = unit;
  if (width(text) > 110 || text.split(" ").length > 16 || startsLower(text)) return false;
  if (NUMBERED.test(text) && !endsSentence(text)) return true;
  if (/[:：;；"”»]$/.test(text) || endsOpen(text)) return false;
  if (isUnspaced(lastCharacter(text))) return [...text].length <= 30 && !/[。！…]$|，.*，/.test(text);
  return !/[.!…]$/.test(text) && /\p{L}/u.test(text);
}
