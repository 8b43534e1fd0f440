import type { Line } from "./blocks";
import { mendHyphen, type Spellings } from "./hyphens";
import { readByline } from "./names";
import {
  endsOpen,
  endsSentence,
  firstCharacter,
  hasSentenceInside,
  isUnspaced,
  lastCharacter,
  startsLower,
  width,
} from "./script";

/** Lines that belong together, their text not yet put together. */
export interface Unit {
  /** Line number of its first line in the input. */
  at: number;
  kind: Line["kind"];
  level: number;
  text: string;
  gap: boolean;
  emphasised: boolean;
  numbered: boolean;
}

export interface Joined {
  units: Unit[];
  /** Words mended without evidence from the text: what to check. */
  guesses: string[];
}

interface Open {
  unit: Unit;
  parts: string[];
  last: Line;
  length: number;
  sentences: boolean;
}

const CONNECTING = new Set(
  `a an the of and or to in into with for by on at from but that which as than his her their its our your this these
  those is are was were be been has have had will would not no mr mrs ms dr president between against under over
  der die das und mit von zu im den dem des ein eine le la les de du des et un une el los las y en`.split(
    /\s+/,
  ),
);

/**
 * Puts lines that a page, a column or a fixed line width broke apart together again, also across the blank line
 * that a column break leaves. Captions are passed over: a sentence goes on after the picture in its midst.
 */
export function joinLines(lines: readonly Line[], spellings: Spellings): Joined {
  const widths = wrapWidths(lines);
  const joined: Joined = { units: [], guesses: [] };
  let open: Open | null = null;
  let seenBody = false;
  let captions: Unit[] = [];
  const close = () => {
    if (open) joined.units.push({ ...open.unit, text: open.parts.join("") });
    joined.units.push(...captions);
    captions = [];
  };
  for (const [index, line] of lines.entries()) {
    if (open && belongs(open, line, widths[index] ?? null, seenBody)) {
      append(open, line, spellings, joined.guesses);
      continue;
    }
    if (line.kind === "caption") {
      captions.push({ ...line });
      continue;
    }
    close();
    const { at, kind, level, text, gap, emphasised, numbered } = line;
    const sentences = hasSentenceInside(text);
    open = {
      unit: { at, kind, level, text, gap, emphasised, numbered },
      parts: [text],
      last: line,
      length: text.length,
      sentences,
    };
    if (kind === "text" && (sentences || (endsSentence(text) && text.length > 60))) seenBody = true;
  }
  close();
  return joined;
}

function append(open: Open, line: Line, spellings: Spellings, guesses: string[]): void {
  if (open.unit.kind === "table" || open.unit.kind === "code") {
    open.parts.push("\n", line.text);
  } else {
    const before = open.last.text;
    const mend = mendHyphen(before, line.text, spellings);
    if (mend) {
      const end = open.parts.pop() ?? "";
      open.parts.push(`${end.slice(0, -1)}${mend.separator}`, line.text);
      if (mend.guessed)
        guesses.push(`${before.split(" ").at(-1)?.slice(0, -1)}${line.text.split(" ", 1)[0]}`);
    } else {
      const tight = isUnspaced(lastCharacter(before)) && isUnspaced(firstCharacter(line.text));
      const dash = /[—]$/.test(before) || line.text.startsWith("—");
      open.parts.push(tight || dash ? "" : " ", line.text);
    }
  }
  open.length += line.text.length;
  open.last = line;
  open.sentences ||= hasSentenceInside(line.text);
  open.unit.emphasised &&= line.emphasised;
}

function belongs(open: Open, line: Line, wrap: number | null, seenBody: boolean): boolean {
  const { unit, last } = open;
  if (unit.kind === "table" || unit.kind === "code") return line.kind === unit.kind && !line.gap;
  if (unit.kind === "heading" || unit.kind === "image") return false;
  const within =
    unit.kind === line.kind && (unit.kind === "text" || (unit.kind === "quote" && unit.level === line.level));
  const after = line.kind === "text" && unit.kind !== "text";
  if ((!within && !after) || wrap === VERSE) return false;
  if (after && line.gap) return unit.kind === "footnote" && line.indent >= 2 && startsLower(line.text);
  if (after && line.indent > last.indent) return true;
  if (!line.gap && wrap !== null) return wrapped(last, line, wrap);
  return continues(open, line, seenBody);
}

/** Within a hard-wrapped run: does the line break stand there only because the line was full? */
function wrapped(last: Line, line: Line, wrap: number): boolean {
  if (last.text.endsWith("-") && startsLower(line.text)) return true;
  const ended = endsSentence(last.text);
  if (ended && line.indent > last.indent) return false;
  const full = width(last.text) + last.indent + 1 + firstWordWidth(line.text) > wrap * 0.8;
  return full || (!ended && startsLower(line.text));
}

/** Does the line go on with a sentence that the lines before it left open? */
function continues(open: Open, line: Line, seenBody: boolean): boolean {
  const before = open.last.text;
  const after = line.text;
  if (/\p{L}-$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(after)) return true;
  if (endsSentence(before) || (line.gap && readByline(after))) return false;
  if (startsLower(after)) return open.length >= 12;
  const colon = /[:：]$/.test(before);
  if (isUnspaced(lastCharacter(before))) {
    if (colon || !isUnspaced(firstCharacter(after))) return false;
    if (/[，、；]$/.test(before)) return true;
    const running = line.gap
      ? open.sentences && open.length >= 40
      : open.length >= 12 && /[，、；。]/.test(before);
    return running && endsSentence(after);
  }
  if (open.length < 40 || colon) return false;
  const lastWord = /([\p{L}]+)\.?$/u.exec(before.slice(-24))?.[1]?.toLowerCase() ?? "";
  if (endsOpen(before) || CONNECTING.has(lastWord)) return true;
  const body = open.length >= 120 && (seenBody || open.sentences);
  return body && (line.text.length >= 60 || endsSentence(after));
}

function firstWordWidth(text: string): number {
  if (isUnspaced(firstCharacter(text))) return 2;
  const space = text.indexOf(" ");
  return width(space < 0 ? text : text.slice(0, space));
}

/**
 * For every line the width at which the run of lines it stands in was wrapped, or null where each line is a
 * paragraph of its own. Long runs speak for themselves; short ones follow the text as a whole.
 */
function wrapWidths(lines: readonly Line[]): (number | null)[] {
  const runs: { start: number; end: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const run = runs.at(-1);
    const before = lines[index - 1];
    if (run && before && !line.gap && before.kind !== "heading" && line.kind !== "heading")
      run.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  }
  const pairsOf = (start: number, end: number) => {
    const pairs: [Line, Line][] = [];
    for (let index = start; index + 1 < end; index++) {
      const [a, b] = [lines[index], lines[index + 1]];
      if (a && b) pairs.push([a, b]);
    }
    return pairs;
  };
  const overall = wrapWidth(runs.flatMap(({ start, end }) => pairsOf(start, end)));
  const widths: (number | null)[] = [];
  for (const { start, end } of runs) {
    const own = end - start >= 6 ? wrapWidth(pairsOf(start, end)) : overall;
    for (let index = start; index < end; index++) widths.push(own);
  }
  return widths;
}

/** Instead of a width: every line ends where its author ended it. */
const VERSE = 0;

/** Lines of verse begin with capitals and mostly do not end with a sentence; prose that was wrapped does neither. */
function isVerse(pairs: readonly [Line, Line][]): boolean {
  if (pairs.length < 4) return false;
  const capital = pairs.filter(([, { text }]) => /^["'“‘(]?\p{Lu}/u.test(text)).length;
  const ended = pairs.filter(([{ text }]) => endsSentence(text)).length;
  return capital >= pairs.length * 0.85 && ended <= pairs.length * 0.6;
}

function wrapWidth(pairs: readonly [Line, Line][]): number | null {
  // Two breaks are evidence enough where lines hold a fixed number of characters.
  const unspaced = pairs.every(([line]) => isUnspaced(lastCharacter(line.text)));
  if (pairs.length < (unspaced ? 2 : 3)) return null;
  const widths = pairs.map(([line]) => width(line.text) + line.indent).sort((a, b) => a - b);
  const wide = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
  if (wide < 16 || wide > 140) return null;
  if (isVerse(pairs)) return VERSE;
  const full = pairs.filter(
    ([a, b]) => width(a.text) + a.indent + 1 + firstWordWidth(b.text) > wide * 0.85,
  ).length;
  const ended = pairs.filter(([a]) => endsSentence(a.text)).length;
  return full >= pairs.length * 0.6 && ended <= pairs.length * 0.5 ? wide : null;
}
