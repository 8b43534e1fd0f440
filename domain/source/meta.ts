import type { PlacedPiece } from "./blocks";
import { isDateLine, isStamp } from "./dates";
import { furnitureAtEdges } from "./furniture";
import type { Unit } from "./joining";
import { isName, readByline, readDatedByline } from "./names";
import { endsSentence, hasSentenceInside, width } from "./script";

export interface Meta {
  title: string | null;
  byline: string | null;
  date: string | null;
  publication: string | null;
}

export interface Head {
  meta: Meta;
  units: Unit[];
  setAside: PlacedPiece[];
}

const TITLE_LABEL = /^(?:title|headline|标题)\s*[:：]\s*(.+)$/i;
const PUBLICATION_LABEL = /^(?:publication|source|published in|quelle|来源)\s*[:：]\s*(.+)$/i;

/** Index of the first unit of running text: what stands before it is title, byline, date and furniture. */
export function bodyStart(units: readonly Unit[]): number {
  const start = units.findIndex(
    (unit) => isRunning(unit) || isVerseLine(unit) || unit.kind === "table" || unit.kind === "code",
  );
  const first = units[start];
  if (first && isVerseLine(first)) return stanzaStart(units, start);
  if (start >= 0) return start;
  // A poem, a list: no running text at all. Only its first line can be a title.
  return units.length >= 3 && !endsSentence(units[0]?.text ?? "") ? 1 : 0;
}

/** No title and no deck ends with a comma: it is a line of a stanza. */
function isVerseLine(unit: Unit): boolean {
  return unit.kind === "text" && /[,;，；]$/.test(unit.text);
}

function stanzaStart(units: readonly Unit[], within: number): number {
  let start = within;
  while (start > 0 && units[start]?.gap === false && units[start - 1]?.kind === "text") start--;
  return start;
}

export function isRunning(unit: Unit): boolean {
  if (unit.kind === "list" || unit.kind === "quote") return !isDateLine(unit.text) && unit.text.length > 12;
  if (unit.kind !== "text" || isDateLine(unit.text)) return false;
  const wide = width(unit.text);
  if (wide >= 220) return true;
  if (!endsSentence(unit.text) || readByline(unit.text)) return false;
  return wide >= 90 || hasSentenceInside(unit.text) || (/[.。]$/.test(unit.text) && wide >= 24);
}

/**
 * Reads title, byline, date and publication from the units before the running text. What is none of these stays:
 * a deck as a heading below the title, anything else as it was. `authors` are names known from notes elsewhere.
 */
export function readHead(units: readonly Unit[], start: number, authors: readonly string[]): Head {
  const meta: Meta = { title: null, byline: null, date: null, publication: null };
  const setAside: PlacedPiece[] = [];
  const candidates: Unit[] = [];
  for (const [index, unit] of units.slice(0, start).entries()) {
    const { text, at } = unit;
    const label = TITLE_LABEL.exec(text)?.[1];
    const source = PUBLICATION_LABEL.exec(text)?.[1];
    const byline = readByline(text) ?? bareAuthor(units, index, authors, candidates.length > 0);
    const furniture = unit.kind === "heading" && unit.level === 1 ? null : furnitureAtEdges(text);
    const both = readDatedByline(text);
    if (both && meta.byline === null && meta.date === null) Object.assign(meta, both);
    else if (isDateLine(text)) {
      if (meta.date === null && !/^[([]/.test(text)) meta.date = text;
      else setAside.push({ text, reason: "date", at });
    } else if (label && meta.title === null) meta.title = label;
    else if (source && meta.publication === null) meta.publication = source;
    else if (byline && meta.byline === null) meta.byline = byline;
    else if (furniture) setAside.push({ text, reason: furniture, at });
    else candidates.push(unit);
  }
  const chosen = meta.title === null ? titleAmong(candidates) : -1;
  const title = candidates[chosen];
  if (title) meta.title = title.text;
  const kept: Unit[] = [];
  let decks = 0;
  for (const [index, unit] of candidates.entries()) {
    if (index === chosen) continue;
    const same = unit.text.toLowerCase() === meta.title?.toLowerCase();
    if (same) setAside.push({ text: unit.text, reason: "duplicate", at: unit.at });
    else if (index < chosen && width(unit.text) <= 80)
      setAside.push({ text: unit.text, reason: "kicker", at: unit.at });
    else if (index > chosen && unit.kind === "text" && width(unit.text) <= 260 && decks++ < 2)
      kept.push({ ...unit, kind: "heading", level: 2 });
    else kept.push(unit);
  }
  return { meta, units: [...kept, ...units.slice(start)], setAside };
}

/** A name alone below the title, when a date stands next to it or a note elsewhere speaks of its bearer. */
function bareAuthor(
  units: readonly Unit[],
  index: number,
  authors: readonly string[],
  titled: boolean,
): string | null {
  const unit = units[index];
  if (!unit || !titled || unit.kind === "heading" || !isName(unit.text) || unit.text.length > 60) return null;
  const known = authors.some((name) => name.toLowerCase() === unit.text.toLowerCase());
  const dated = [units[index - 1], units[index + 1]].some(
    (near) => near !== undefined && isDateLine(near.text),
  );
  return known || dated ? unit.text : null;
}

function titleAmong(candidates: readonly Unit[]): number {
  const levels = candidates.flatMap((unit) => (unit.kind === "heading" ? [unit.level] : []));
  if (levels.length > 0) {
    const top = Math.min(...levels);
    return candidates.findIndex((unit) => unit.kind === "heading" && unit.level === top);
  }
  const lines = candidates.filter((unit) => unit.kind === "text" && width(unit.text) <= 220);
  const [first, second] = lines;
  if (!first) return -1;
  const words = first.text.split(/\s+/).length;
  const capitals = first.text === first.text.toUpperCase() && /\p{Lu}/u.test(first.text);
  const kicker =
    second && ((capitals && words <= 4) || (words <= 2 && width(second.text) >= 3 * width(first.text)));
  return candidates.indexOf(kicker ? second : first);
}

/** Takes furniture and stamps off the end, and a date that the head did not give. */
export function readTail(units: readonly Unit[], meta: Meta): Head {
  const last = units.findLastIndex((unit) => isRunning(unit));
  if (last < 0) return { meta, units: [...units], setAside: [] };
  const found: Meta = { ...meta };
  const kept: Unit[] = units.slice(0, last + 1);
  const setAside: PlacedPiece[] = [];
  for (const unit of units.slice(last + 1)) {
    const { text, at } = unit;
    const words = unit.kind === "text" || unit.kind === "heading" || unit.kind === "quote";
    const reason = words ? furnitureAtEdges(text) : null;
    const byline = words && found.byline === null ? readByline(text) : null;
    if (words && isDateLine(text)) {
      if (found.date === null && !isStamp(text)) found.date = text;
      else setAside.push({ text, reason: "date", at });
    } else if (byline) found.byline = byline;
    else if (reason) setAside.push({ text, reason, at });
    else kept.push(unit);
  }
  return { meta: found, units: kept, setAside };
}
