import type { SetAsidePiece } from "./imported";
import { plainLine } from "./markup";

const LINE_KINDS = [
  "text",
  "heading",
  "quote",
  "list",
  "table",
  "footnote",
  "code",
  "image",
  "caption",
] as const;

/** One line of the input, its markup read and taken off. */
export interface Line {
  /** Line number in the input, from 0: keeps everything in the order of the source. */
  at: number;
  kind: (typeof LINE_KINDS)[number];
  text: string;
  level: number;
  /** A blank line, a separator or a change of block stands before it. */
  gap: boolean;
  indent: number;
  emphasised: boolean;
  /** A list item marked by a number: may turn out to be a numbered section heading. */
  numbered: boolean;
}

export interface PlacedPiece extends SetAsidePiece {
  at: number;
}

export interface Blocks {
  lines: Line[];
  setAside: PlacedPiece[];
  links: string[];
}

const SEPARATOR = /^(?:[-_=~–—]{3,}|[*#•·⁂＊]{1,}(?:\s+[*#•·⁂＊]+)+|[*#]{3,}|-30-|[⁂§◇❦]+)$/u;
const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$/;
const IMAGE = /^!\[([^[\]]*)\](?:\([^()]{0,2000}\)|\[[^[\]]{0,200}\])$/;
const BULLET = /^([-*+•‣▪·–])\s+(?=\S)/u;
const NUMBER = /^(\(?\d{1,3}[.)])\s+(?=\S)/;
const FOOTNOTE = /^\[\^([^[\]\s]{1,40})\]:\s*/;

/**
 * Reads the input line by line. Line by line and not as a Markdown tree, since scraped text has one paragraph per
 * line and no blank lines: a tree would pour a date, a quotation and five paragraphs into one.
 */
export function readBlocks(text: string, markdown: boolean): Blocks {
  const blocks: Blocks = { lines: [], setAside: [], links: [] };
  const source = text.split("\n");
  let gap = true;
  let fence: string | null = null;
  let table = false;
  for (let index = 0; index < source.length; index++) {
    const raw = (source[index] ?? "").trimEnd();
    const trimmed = raw.trimStart();
    if (markdown && fence === null && /^(?:```|~~~)/.test(trimmed)) {
      fence = trimmed.slice(0, 3);
      const info = trimmed.replace(/^[`~]+/, "").trim();
      if (info) blocks.setAside.push({ text: info, reason: "markup", at: index });
      gap = true;
      continue;
    }
    if (fence !== null) {
      if (trimmed.startsWith(fence)) fence = null;
      else if (trimmed) blocks.lines.push({ ...blank(index, gap), kind: "code", text: raw });
      gap = fence === null;
      continue;
    }
    if (trimmed === "") {
      gap = true;
      table = false;
      continue;
    }
    const underline = markdown && !gap ? setextLevel(trimmed, blocks.lines.at(-1)) : null;
    if (underline) {
      const title = blocks.lines.at(-1);
      if (title) Object.assign(title, { kind: "heading", level: underline });
      gap = true;
      continue;
    }
    table = isTableRow(trimmed, source[index + 1]?.trim() ?? "", table);
    if (table) {
      if (!TABLE_RULE.test(trimmed)) blocks.lines.push(tableRow(trimmed, index, gap, markdown, blocks.links));
      gap = false;
      continue;
    }
    if (SEPARATOR.test(trimmed)) {
      blocks.setAside.push({ text: trimmed, reason: "separator", at: index });
      gap = true;
      continue;
    }
    const line = readLine(raw, index, gap, markdown, blocks);
    if (line) blocks.lines.push(line);
    gap = line === null;
  }
  return blocks;
}

function readLine(raw: string, at: number, gap: boolean, markdown: boolean, blocks: Blocks): Line | null {
  const { depth, rest } = takeQuoteMarks(raw);
  const indent = depth > 0 ? 0 : indentOf(raw);
  const body = rest.trim();
  if (body === "") return null;
  const line: Line = {
    ...blank(at, gap),
    indent,
    kind: depth > 0 ? "quote" : "text",
    level: Math.max(1, depth),
  };
  const reduce = (value: string) => {
    if (!markdown) return value;
    const plain = plainLine(value);
    blocks.links.push(...plain.links);
    line.emphasised = plain.emphasised;
    return plain.text.trim();
  };
  const finish = (text: string): Line | null => {
    if (text.trim() === "") {
      blocks.setAside.push({ text: body, reason: "markup", at });
      return null;
    }
    return { ...line, text: text.replace(/[ \t]+/g, " ").trim() };
  };
  if (markdown && IMAGE.test(body)) return { ...line, kind: "image", text: body };
  const footnote = markdown ? FOOTNOTE.exec(body) : null;
  if (footnote) {
    line.kind = "footnote";
    return finish(`[${footnote[1]}] ${reduce(body.slice(footnote[0].length))}`);
  }
  const heading = depth === 0 && markdown ? /^(#{1,6})\s+/.exec(body) : null;
  if (heading) {
    line.kind = "heading";
    line.level = (heading[1] ?? "#").length;
    return finish(reduce(withoutClosingMarks(body.slice(heading[0].length))));
  }
  // "- 12 -" is a page number and no list item.
  const bullet = /^-\s*\d{1,4}\s*-$/.test(body) ? null : BULLET.exec(body);
  const dash = bullet?.[1] === "–" || bullet?.[1] === "·";
  if (bullet && !dash) {
    line.kind = "list";
    line.level = Math.min(6, Math.max(depth, 1) + Math.floor(indent / 2));
    return finish(reduce(body.slice(bullet[0].length).replace(/^\[[ xX]\]\s+/, "")));
  }
  if (NUMBER.test(body)) {
    line.kind = "list";
    line.numbered = true;
    line.level = Math.min(6, Math.max(depth, 1) + Math.floor(indent / 3));
  }
  return finish(reduce(body));
}

function blank(at: number, gap: boolean): Line {
  return { at, kind: "text", text: "", level: 1, gap, indent: 0, emphasised: false, numbered: false };
}

function takeQuoteMarks(raw: string): { depth: number; rest: string } {
  let depth = 0;
  let index = 0;
  for (; index < raw.length; index++) {
    const character = raw.charAt(index);
    if (character === ">") depth++;
    else if (character !== " " && character !== "\t") break;
  }
  return { depth: Math.min(6, depth), rest: raw.slice(index) };
}

function indentOf(raw: string): number {
  let width = 0;
  for (const character of raw) {
    if (character === " ") width += 1;
    else if (character === "\t") width += 4;
    else if (character === "　") width += 2;
    else break;
  }
  return width;
}

function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === "#") end--;
  return end < text.length && (end === 0 || text.charAt(end - 1) === " ") ? text.slice(0, end) : text;
}

function setextLevel(trimmed: string, before: Line | undefined): number | null {
  if (before?.kind !== "text" || before.text.length > 200) return null;
  if (/^={3,}$/.test(trimmed)) return 1;
  return /^-{3,}$/.test(trimmed) && before.gap ? 2 : null;
}

function isTableRow(trimmed: string, next: string, inside: boolean): boolean {
  if (!trimmed.includes("|")) return false;
  if (inside) return true;
  return TABLE_RULE.test(next) || (trimmed.startsWith("|") && trimmed.endsWith("|") && trimmed.length > 2);
}

function tableRow(trimmed: string, at: number, gap: boolean, markdown: boolean, links: string[]): Line {
  const cells = trimmed
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => {
      const plain = markdown ? plainLine(cell.trim()) : { text: cell.trim(), links: [] };
      links.push(...plain.links);
      return plain.text;
    });
  return { ...blank(at, gap), kind: "table", text: cells.join(" | ") };
}
