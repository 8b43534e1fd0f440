import type { Id } from "@/domain/id";
import { countWords } from "@/domain/prompt/citation";
import { type RunReader, runReader } from "./repeated";
import type { Thread } from "./result";
import { plainWords } from "./same-words";

/** What a comment, or the claim of a piece of evidence, said from a moment on. */
export interface Writing {
  at: Date;
  body: string;
  /** How many words it has, as `countWords` counts them, where that is known already. */
  words: number | null;
  /** Distinct paragraphs that it cites, other than the one it stands on. */
  cited: readonly Id[];
}

/** What an event of the log tells of, with the row it names. */
interface Fact {
  id: Id;
  room: Id;
  /** The event's number in its room. */
  seq: number;
  /** When it was posted, or filed. */
  at: Date;
  authorId: Id;
  deletedAt: Date | null;
  /** Oldest first. */
  writings: readonly Writing[];
}

export interface CommentFact extends Fact {
  /** Of a reply: whose words it answers. */
  answersId: Id | null;
  /** Where it begins; null for the whole reading. */
  paragraphId: Id | null;
  thread?: Thread;
  audience: "group" | "private" | "instructors";
}

export interface EvidenceFact extends Fact {
  /** Names its passage: the paragraph with the place in it. */
  passage: string;
  /** Each time it was put under another piece, or (null) taken out again. Oldest first. */
  merged: readonly { at: Date; intoId: Id | null }[];
}

/** What somebody wrote to a group, and when: anybody may have copied it from then on. */
export interface Utterance {
  id: Id;
  authorId: Id;
  /** Milliseconds. */
  at: number;
  body: string;
}

/**
 * What happened in an assignment, in all its rooms, with the paragraphs it is about. For one student's score it is
 * enough that `comments` and `evidence` have the student's own and what answers them; `said` has everybody's.
 */
export interface ParticipationLog {
  said: readonly Utterance[];
  comments: readonly CommentFact[];
  evidence: readonly EvidenceFact[];
  paragraphs: readonly { id: Id; text: string }[];
}

/** What was written to groups, each time it was written. Private words, and those for instructors, nobody could copy. */
export const saidIn = (comments: readonly CommentFact[]): Utterance[] =>
  comments
    .filter(({ audience }) => audience === "group")
    .flatMap(({ id, authorId, writings }) =>
      writings.map(({ at, body }) => ({ id, authorId, at: at.getTime(), body })),
    );

/** What it said at a moment; what is written later changes nothing. */
export const writingAt = (fact: Fact, through: Date): Writing | null =>
  fact.writings.findLast((writing) => writing.at <= through) ?? null;

export const isDeletedAt = (fact: Fact, through: Date) =>
  fact.deletedAt !== null && fact.deletedAt <= through;

export const isLongEnough = (writing: Writing | null, minWords: number) =>
  minWords === 0 || (writing !== null && (writing.words ?? countWords(writing.body)) >= minWords);

export const mergedIntoAt = (fact: EvidenceFact, through: Date): Id | null =>
  fact.merged.findLast((merge) => merge.at <= through)?.intoId ?? null;

/** Takes bodies apart, each once. */
export interface Reader {
  words: (body: string) => readonly string[];
  runs: RunReader;
}

/** A reader that can say what the texts of these people repeat. */
export function readerOf(log: ParticipationLog, people: readonly { id: Id }[]): Reader {
  const read = new Map<string, readonly string[]>();
  const words = (body: string) => {
    const known = read.get(body) ?? plainWords(body);
    read.set(body, known);
    return known;
  };
  const ids = new Set(people.map(({ id }) => id));
  const own = [...log.comments, ...log.evidence].filter(({ authorId }) => ids.has(authorId));
  return { words, runs: runReader(own.flatMap(({ writings }) => writings.map(({ body }) => words(body)))) };
}
