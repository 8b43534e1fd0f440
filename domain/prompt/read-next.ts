import type { Id } from "@/domain/id";

/** Answers that somebody has in hand at a time. */
export const IN_HAND = 2;

/** How long an answer stays with whoever has not replied to it: then it may be given to others as well. Milliseconds. */
export const HELD_FOR = 24 * 60 * 60 * 1000;

/** Where somebody stands: a position, between two, or (none) nowhere yet. */
export type Stand = readonly Id[];

/** An answer as the balance sees it. */
export interface WaitingAnswer {
  id: Id;
  authorId: Id;
  stand: Stand;
  /** Milliseconds. */
  at: number;
  /** By others than its author. */
  replies: number;
  /** Classmates who have it in hand now and have not replied. */
  inHand: number;
  /** Classmates to whom it cannot be given any more: they have read it, replied or put it away, and do not hold it. */
  spent: number;
}

/** A prompt's answers in one room, and who may be given them. */
export interface Pool {
  answers: readonly WaitingAnswer[];
  /** Everybody in the room to whom answers may be given. */
  readers: ReadonlySet<Id>;
}

export interface Reader {
  id: Id;
  stand: Stand;
  /** What this person has read, or was given before: never given again. */
  known: ReadonlySet<Id>;
}

/** How unlike two stands are: 0 the same, 1 between (or one of them open), 2 different. */
export function distance(one: Stand, other: Stand): 0 | 1 | 2 {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 0 : 1;
  const shared = one.filter((position) => other.includes(position)).length;
  if (shared === 0) return 2;
  return shared === one.length && shared === other.length ? 0 : 1;
}

/** FNV-1a, 32 bits: which of two alike comes first differs from person to person, and never for one. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** Whether somebody could still be given this answer, or holds it. */
function waits({ authorId, spent }: WaitingAnswer, readers: ReadonlySet<Id>): boolean {
  return readers.size - (readers.has(authorId) ? 1 : 0) > spent;
}

const load = (answer: WaitingAnswer) => answer.replies + answer.inHand;

/**
 * Whether giving this answer away keeps the balance, come what may: if all who hold it reply and nobody else does, it
 * has at most one reply more than any other that still waits for somebody.
 */
const keepsBalance = (answer: WaitingAnswer, waiting: readonly WaitingAnswer[]) =>
  waiting.every((other) => other.id === answer.id || load(answer) <= other.replies);

/**
 * The answers to give to a reader now, at most `most`, best first: never one's own, nor one already read or given. The
 * least answered come first; among them the most unlike the reader's own stand, then the oldest.
 */
export function handOut(pool: Pool, reader: Reader, most: number): Id[] {
  const given: Id[] = [];
  let answers = pool.answers;
  while (given.length < most) {
    const waiting = answers.filter((answer) => waits(answer, pool.readers));
    const rank = (answer: WaitingAnswer) => [
      load(answer),
      -distance(answer.stand, reader.stand),
      answer.at,
      hash(`${reader.id} ${answer.id}`),
    ];
    const [next] = answers
      .filter(({ id, authorId }) => authorId !== reader.id && !reader.known.has(id) && !given.includes(id))
      .filter((answer) => keepsBalance(answer, waiting))
      .map((answer) => ({ id: answer.id, rank: rank(answer) }))
      .sort((a, b) => compare(a.rank, b.rank));
    if (!next) break;
    given.push(next.id);
    answers = answers.map((each) => (each.id === next.id ? { ...each, inHand: each.inHand + 1 } : each));
  }
  return given;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) {
    const difference = value - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
