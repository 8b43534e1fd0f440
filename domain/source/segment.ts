import type { PlacedPiece } from "./blocks";
import type { ImportedParagraph, ParagraphKind } from "./imported";
import type { Unit } from "./joining";

const KINDS: Record<Unit["kind"], ParagraphKind> = {
  text: "paragraph",
  code: "paragraph",
  heading: "heading",
  quote: "quote",
  list: "list",
  table: "table",
  caption: "caption",
  image: "caption",
  footnote: "footnote",
};

/** The signs magazines put where an article ends. */
const END_MARK = /[■◼▪●∎□◆❖◾⬛▮]+$/u;

/** Strips end marks, and sets them aside: they belong to the page and not to the sentence. */
export function stripEndMarks(units: readonly Unit[]): { units: Unit[]; setAside: PlacedPiece[] } {
  const kept: Unit[] = [];
  const setAside: PlacedPiece[] = [];
  for (const unit of units) {
    const mark = END_MARK.exec(unit.text.slice(-8))?.[0];
    if (mark === undefined) {
      kept.push(unit);
      continue;
    }
    setAside.push({ text: mark, reason: "end-mark", at: unit.at });
    const text = unit.text.slice(0, -mark.length).trimEnd();
    if (text) kept.push({ ...unit, text });
  }
  return { units: kept, setAside };
}

/** Candidates looked up in the whole text; more would make a long text slow. */
const MOST_LOOKUPS = 60;

/** Sets aside what stands there twice: a whole paragraph again, or a sentence of the text set large as a pull quote. */
export function takeRepeated(units: readonly Unit[]): { units: Unit[]; setAside: PlacedPiece[] } {
  const seen = new Set<string>();
  const setAside: PlacedPiece[] = [];
  const bare = (text: string) => text.replace(/^["'“‘„«]+|["'”’“»]+$/g, "").trim();
  let lookups = 0;
  const kept = units.filter((unit, index) => {
    const { text, at } = unit;
    if (unit.kind !== "text" && unit.kind !== "quote") return true;
    if (text.length >= 80 && seen.has(text)) {
      setAside.push({ text, reason: "duplicate", at });
      return false;
    }
    seen.add(text);
    const words = bare(text);
    if (!unit.gap || words.length < 40 || words.length > 300 || lookups >= MOST_LOOKUPS) return true;
    lookups++;
    const within = units.some(
      (other, place) => place !== index && other.text.length > words.length * 2 && other.text.includes(words),
    );
    if (within) setAside.push({ text, reason: "pull-quote", at });
    return !within;
  });
  return { units: kept, setAside };
}

/** Numbers the units from 1. Levels stay where they say something: headings, lists, quotes. */
export function segment(units: readonly Unit[]): ImportedParagraph[] {
  return units.map((unit, index) => {
    const kind = KINDS[unit.kind];
    const levelled = kind === "heading" || kind === "list" || kind === "quote";
    return { number: index + 1, kind, text: unit.text, ...(levelled ? { level: unit.level } : {}) };
  });
}
