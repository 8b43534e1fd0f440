import type { Id } from "@/domain/id";
import {
  type CommentFact,
  type EvidenceFact,
  isDeletedAt,
  isLongEnough,
  mergedIntoAt,
  type ParticipationLog,
  type Reader,
  writingAt,
} from "./log";
import { quoteReader } from "./quoted";
import { repeated, type Said } from "./repeated";
import type { NotCounted, NotCountedReason, Source } from "./result";

/** A student by their own close: what comes later is not read. */
export interface Student {
  id: Id;
  closesAt: Date;
}

export const sourceOf = (
  kind: Source["kind"],
  { id, room, seq, at, ...fact }: CommentFact | EvidenceFact,
): Source => ({
  kind,
  id,
  room,
  seq,
  at,
  ...("thread" in fact && { thread: fact.thread }),
});

const byTime = (one: Source, other: Source) =>
  one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);

/** What a student wrote until their close, in order. */
function ownUntil<Written extends CommentFact | EvidenceFact>(facts: readonly Written[], student: Student) {
  return facts
    .filter((fact) => fact.authorId === student.id && fact.at <= student.closesAt)
    .sort((one, other) => byTime(sourceOf("comment", one), sourceOf("comment", other)));
}

/** What was written last, by the moment it was written. */
function saidBy(fact: CommentFact | EvidenceFact, { closesAt }: Student, read: Reader): Said {
  const writing = writingAt(fact, closesAt);
  const at = (writing?.at ?? fact.at).getTime();
  return { id: fact.id, by: fact.authorId, at, words: writing ? read.words(writing.body) : [] };
}

/** The same by the moment it was posted: of two of one's own that say the same, the one begun first counts. */
const ownSaid = (fact: CommentFact | EvidenceFact, student: Student, read: Reader): Said => ({
  ...saidBy(fact, student, read),
  at: fact.at.getTime(),
});

const isPublic = (comment: CommentFact) => comment.audience !== "private";

export interface Copied {
  /** Comments that only repeat the text. */
  quoted: ReadonlySet<Id>;
  /** By comment, what another had said before. */
  said: ReadonlyMap<Id, Said>;
}

/**
 * What students' comments repeat of others' and of the texts. Others' words count as said before from the moment they
 * were written to the group, also if they were edited or deleted since.
 */
export function copiedIn(log: ParticipationLog, students: readonly Student[], read: Reader): Copied {
  const known = new Map(students.map((student) => [student.id, student]));
  const asked = log.comments.flatMap((comment) => {
    const student = known.get(comment.authorId);
    const counts = student && isPublic(comment) && comment.at <= student.closesAt;
    return counts && !isDeletedAt(comment, student.closesAt) ? [saidBy(comment, student, read)] : [];
  });
  const isQuoted = quoteReader(
    log.paragraphs.map(({ text }) => read.words(text)),
    read.runs,
  );
  const quoted = new Set(asked.filter(({ words }) => isQuoted(words)).map(({ id }) => id));
  const own = asked.filter(({ id }) => !quoted.has(id));
  const others = log.said.map(({ id, authorId, at, body }) => ({
    id,
    by: authorId,
    at,
    words: read.words(body),
  }));
  return {
    quoted,
    said: repeated(own, others, (text, earlier) => text.by !== earlier.by, read.runs),
  };
}

export interface CountedWork {
  comments: CommentFact[];
  evidence: EvidenceFact[];
  notCounted: NotCounted[];
}

const leftOut = (source: Source, because: NotCountedReason, of: Id | null = null): NotCounted => ({
  ...source,
  because,
  of,
});

/** What of a student's own work counts, and what does not, because. `copied` comes from `copiedIn`. */
export function countedOf(
  log: ParticipationLog,
  student: Student,
  minWords: number,
  copied: Copied,
  read: Reader,
): CountedWork {
  const comments = commentsOf(ownUntil(log.comments, student), student, minWords, copied, read);
  const evidence = evidenceOf(ownUntil(log.evidence, student), student, read);
  return {
    comments: comments.counted,
    evidence: evidence.counted,
    notCounted: [...comments.notCounted, ...evidence.notCounted].sort(byTime),
  };
}

function commentsOf(
  own: readonly CommentFact[],
  student: Student,
  minWords: number,
  copied: Copied,
  read: Reader,
) {
  const notCounted: NotCounted[] = [];
  const leave = (fact: CommentFact, because: NotCountedReason, of: Id | null = null) => {
    notCounted.push(leftOut(sourceOf("comment", fact), because, of));
    return false;
  };
  const ownWords = own.filter((comment) => {
    if (isDeletedAt(comment, student.closesAt)) return leave(comment, "deleted");
    if (!isPublic(comment)) return leave(comment, "private");
    if (!isLongEnough(writingAt(comment, student.closesAt), minWords)) return leave(comment, "short");
    if (copied.quoted.has(comment.id)) return leave(comment, "quoted");
    const source = copied.said.get(comment.id);
    return source ? leave(comment, "copied", source.id) : true;
  });
  const said = ownWords.map((comment) => ownSaid(comment, student, read));
  const twice = repeated(said, said, () => true, read.runs);
  const counted = ownWords.filter((comment) => {
    const first = twice.get(comment.id);
    return first ? leave(comment, "repeated", first.id) : true;
  });
  return { counted, notCounted };
}

function evidenceOf(own: readonly EvidenceFact[], student: Student, read: Reader) {
  const notCounted: NotCounted[] = [];
  const leave = (fact: EvidenceFact, because: NotCountedReason, of: Id | null = null) => {
    notCounted.push(leftOut(sourceOf("evidence", fact), because, of));
    return false;
  };
  const standing = own.filter((piece) => !isDeletedAt(piece, student.closesAt) || leave(piece, "deleted"));
  const ids = new Set(standing.map(({ id }) => id));
  const heirs = new Map<Id, Id>();
  const apart = standing.filter((piece) => {
    const into = mergedIntoAt(piece, student.closesAt);
    if (into === null) return true;
    // Under another's piece, or one that is gone, the first of one's own stands for all.
    const stands = ids.has(into) ? into : heirs.get(into);
    if (stands !== undefined) return leave(piece, "merged", stands);
    heirs.set(into, piece.id);
    return true;
  });
  const passages = new Map(apart.map(({ id, passage }) => [id, passage]));
  const said = apart.map((piece) => ownSaid(piece, student, read));
  const twice = repeated(
    said,
    said,
    (one, other) => passages.get(one.id) === passages.get(other.id),
    read.runs,
  );
  const counted = apart.filter((piece) => {
    const first = twice.get(piece.id);
    return first ? leave(piece, "repeated", first.id) : true;
  });
  return { counted, notCounted };
}
