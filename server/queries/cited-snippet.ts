import { plainOf } from "@/domain/find/snippet";
import { findCitations } from "@/domain/prompt/citation";

/** What stands around a citation's mark, as plain words; of a text without the mark its beginning. */
export interface CitedSnippet {
  before: string;
  after: string;
}

/** Enough to see what the passage is cited for, on each side of it. UTF-16 units. */
const AROUND = 110;

const wordStart = (text: string) => text.slice(Math.max(0, text.search(/[\s\p{P}]/u) + 1));

function lastWords(text: string): string {
  if (text.length <= AROUND) return text;
  return `…${wordStart(text.slice(-AROUND))}`;
}

function firstWords(text: string, most = AROUND): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.search(/\s\S*$/u);
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

/** @param mark which of the text's citations, from 0; null for a text that is not about a mark */
export function snippetAround(body: string, mark: number | null): CitedSnippet {
  const found = mark === null ? undefined : findCitations(body)[mark];
  if (!found) return { before: firstWords(plainOf(body).trim(), 2 * AROUND), after: "" };
  return {
    before: lastWords(plainOf(body.slice(0, found.start)).trimStart()),
    after: firstWords(plainOf(body.slice(found.end)).trimEnd()),
  };
}
