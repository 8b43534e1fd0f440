import type { PlacedPiece } from "./blocks";
import type { Meta } from "./meta";

const OPENING = /^\s*---\n/;
const ENTRY = /^([\w-]{1,30}):\s*(.*)$/;
const FIELDS: Record<string, keyof Meta> = {
  title: "title",
  author: "byline",
  authors: "byline",
  byline: "byline",
  date: "date",
  published: "date",
  publication: "publication",
  source: "publication",
};

interface FrontMatter {
  meta: Partial<Meta>;
  rest: string;
  setAside: PlacedPiece[];
}

/** Reads the lines `key: value` between two `---` at the very start; what names nothing we keep is set aside. */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { meta: {}, rest: text, setAside: [] };
  const opening = OPENING.exec(text.slice(0, 200));
  if (!opening) return none;
  const end = text.indexOf("\n---\n", opening[0].length - 1);
  if (end < 0 || end > 10_000) return none;
  const lines = text
    .slice(opening[0].length, end)
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length === 0 || !lines.every((line) => ENTRY.test(line) || /^\s+\S|^- /.test(line))) return none;
  const found: FrontMatter = { meta: {}, rest: text.slice(end + 5), setAside: [] };
  for (const line of lines) {
    const entry = ENTRY.exec(line);
    const field = FIELDS[entry?.[1]?.toLowerCase() ?? ""];
    const value = (entry?.[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
    if (field && value && found.meta[field] === undefined) found.meta[field] = value;
    else found.setAside.push({ text: line.trim(), reason: "front-matter", at: -1 });
  }
  return found;
}
