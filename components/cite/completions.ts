import { calledName, completeMention, matchPeople, mentionTokenAt } from "@/domain/comment/mention-query";
import type { Voice } from "@/domain/comment/voice";
import {
  type CitablePassage,
  citeTokenAt,
  completeCitation,
  glimpseOf,
  matchPassages,
} from "@/domain/prompt/cite-query";

/** As many as fit on a small screen without scrolling the page. */
const OFFERED = 8;
/** Enough of a paragraph to know it by; the rest is in the reading. UTF-16 units. */
const GLIMPSE = 160;

/** What is being typed and can be completed: where it begins and what stands there so far. */
export interface Typed {
  kind: "passage" | "person";
  start: number;
  query: string;
  options: Completion[];
}

/** One way to complete it. */
export interface Completion {
  id: string;
  name: string;
  /** The words at that place; of a person none. */
  words?: string;
  note?: string;
  /** The text with it, and where the caret then stands. */
  done: (text: string) => { text: string; caret: number };
}

function passageTyped(passages: readonly CitablePassage[], text: string, caret: number): Typed | null {
  const token = citeTokenAt(text, caret);
  if (!token) return null;
  const options = matchPassages(passages, token, OFFERED).map((passage) => ({
    id: `${passage.readingId} ${passage.paragraphId}`,
    name: `${passage.reading} ¶${passage.paragraph}`,
    words: glimpseOf(passage.text, token.query, GLIMPSE),
    note: passage.title,
    done: (before: string) => completeCitation(before, token, passage),
  }));
  return { kind: "passage", start: token.start, query: token.query, options };
}

function personTyped(people: readonly Voice[], text: string, caret: number): Typed | null {
  const token = mentionTokenAt(text, caret);
  if (!token) return null;
  const options = matchPeople(people, token.query, OFFERED).map((person) => ({
    id: person.key,
    name: person.name,
    ...(person.alias && { note: person.alias }),
    done: (before: string) => completeMention(before, token, calledName(person)),
  }));
  return { kind: "person", start: token.start, query: token.query, options };
}

/** What stands before the caret and could be completed: of a citation and a name the one begun last. */
export function typedAt(
  sources: { passages: readonly CitablePassage[]; people: readonly Voice[] },
  text: string,
  caret: number,
): Typed | null {
  const passage = passageTyped(sources.passages, text, caret);
  const person = personTyped(sources.people, text, caret);
  if (!passage || !person) return passage ?? person;
  return person.start > passage.start ? person : passage;
}
