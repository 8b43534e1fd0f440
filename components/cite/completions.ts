import { calledName, completeMention, matchPeople, mentionTokenAt } from "@/domain/comment/mention-query";
import type { Voice } from "@/domain/comment/voice";
import type { NamedPosition } from "@/domain/prompt/citation";
import {
  type CitablePassage,
  type CiteToken,
  citeTokenAt,
  completeCitation,
  glimpseOf,
  matchPassages,
  matchPositions,
} from "@/domain/prompt/cite-query";

/** As many as fit on a small screen without scrolling the page. */
const OFFERED = 8;
/** Enough of a paragraph to know it by; the rest is in the reading. UTF-16 units. */
const GLIMPSE = 160;

/** So many are looked through for those that were put to work for a position still to be cited. */
const LOOKED_THROUGH = 200;

/** What is known of the passages besides their words. */
export interface CiteHints {
  /** By paragraph: the short names of the positions it has been put to work for. */
  labels?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Short names of positions that are not cited yet: passages put to work for one of them come first. */
  missing?: ReadonlySet<string> | undefined;
  /** The short name of the position for which a passage is cited when it is chosen; null for none. */
  aboutOf?: ((passage: CitablePassage) => string | null) | undefined;
  /** What can be named behind the two numbers. */
  positions?: readonly NamedPosition[] | undefined;
}

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
  /** For which positions it has been put to work. */
  labels?: readonly string[];
  /** One of them is a position that is not cited yet. */
  isMissing?: boolean;
  /** The text with it, and where the caret then stands. */
  done: (text: string) => { text: string; caret: number };
}

/** Those that answer what is typed; where that is no number, what was put to work for a missing position leads. */
function found(
  passages: readonly CitablePassage[],
  token: CiteToken,
  isMissing: (passage: CitablePassage) => boolean,
): CitablePassage[] {
  if (/\d/.test(token.query)) return matchPassages(passages, token, OFFERED);
  const all = matchPassages(passages, token, LOOKED_THROUGH);
  const leading = all.filter(isMissing);
  return [...leading, ...all.filter((passage) => !leading.includes(passage))].slice(0, OFFERED);
}

/** Both numbers are typed out, and what else. */
const TYPED_OUT = /^\s*(\d+)[\s¶:]+(\d+)\s*(.*)$/;

/** The named paragraph, for each position that answers what is typed behind its numbers. */
function namedTyped(passage: CitablePassage, token: CiteToken, hints: CiteHints): Completion[] {
  const { positions = [], missing } = hints;
  const named = matchPositions(positions, token);
  const order = [...named].sort((a, b) => Number(missing?.has(b.short)) - Number(missing?.has(a.short)));
  return order.slice(0, OFFERED).map(({ id, short, name }) => ({
    id: `${passage.paragraphId} ${id}`,
    name: `${passage.reading} ¶${passage.paragraph} ${short}`,
    words: name,
    isMissing: missing?.has(short) ?? false,
    done: (before: string) => completeCitation(before, token, passage, short),
  }));
}

function passageTyped(
  passages: readonly CitablePassage[],
  text: string,
  caret: number,
  hints: CiteHints,
): Typed | null {
  const token = citeTokenAt(text, caret);
  if (!token) return null;
  const labelsOf = (passage: CitablePassage) => hints.labels?.get(passage.paragraphId) ?? [];
  const isMissing = (passage: CitablePassage) =>
    labelsOf(passage).some((label) => hints.missing?.has(label) ?? false);
  const matching = found(passages, token, isMissing);
  const options: Completion[] = matching.map((passage) => {
    const about = hints.aboutOf?.(passage) ?? null;
    return {
      id: `${passage.readingId} ${passage.paragraphId}`,
      name: `${passage.reading} ¶${passage.paragraph}`,
      words: glimpseOf(passage.text, token.query, GLIMPSE),
      note: passage.title,
      labels: labelsOf(passage),
      isMissing: isMissing(passage),
      done: (before: string) => completeCitation(before, token, passage, about),
    };
  });
  const [, reading, paragraph, behind = ""] = TYPED_OUT.exec(token.query) ?? [];
  const exact = matching.find(
    (each) => each.reading === Number(reading) && each.paragraph === Number(paragraph),
  );
  const named = exact ? namedTyped(exact, token, hints) : [];
  // The bare passage leads until a name is begun.
  const inOrder =
    behind === "" ? [...options.slice(0, 1), ...named, ...options.slice(1)] : [...named, ...options];
  return { kind: "passage", start: token.start, query: token.query, options: inOrder.slice(0, OFFERED) };
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
  sources: { passages: readonly CitablePassage[]; people: readonly Voice[]; hints?: CiteHints | undefined },
  text: string,
  caret: number,
): Typed | null {
  const passage = passageTyped(sources.passages, text, caret, sources.hints ?? {});
  const person = personTyped(sources.people, text, caret);
  if (!passage || !person) return passage ?? person;
  return person.start > passage.start ? person : passage;
}
