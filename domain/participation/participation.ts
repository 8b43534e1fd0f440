import { type Fraction, fraction, over, times } from "@/domain/grading/fraction";
import { keptAt, type LatePolicy, lateness } from "@/domain/grading/late";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import { apportionWithin, rounded, sumOfFractions } from "./apportion";
import { type CountedWork, copiedIn, countedOf, type Student, sourceOf } from "./counted";
import {
  type CommentFact,
  isDeletedAt,
  isLongEnough,
  type ParticipationLog,
  readerOf,
  writingAt,
} from "./log";
import { type Part, type ParticipationPolicy, parts } from "./policy";
import type { Finding, ParticipationPart, ParticipationResult, Source } from "./result";

/** What an assignment says about taking part. */
export interface Setup {
  policy: ParticipationPolicy;
  /** What taking part is worth, a decimal. */
  most: string;
  latePolicy: LatePolicy;
  timeZone: string;
}

/** A student by their own dates. */
export interface Participant extends Student {
  dueAt: Date;
}

type Found = Finding & { share: { above: number; below: number }; from: Source[] };

const comment = (fact: CommentFact) => sourceOf("comment", fact);

const shareOf = (value: number, wanted: number) => ({ above: Math.min(value, wanted), below: wanted });

/** The first of each: of what a comment names, none is counted twice. */
function firstOfEach<Key>(
  facts: readonly CommentFact[],
  keyOf: (fact: CommentFact) => Key | null,
): CommentFact[] {
  const seen = new Set<Key>();
  return facts.filter((fact) => {
    const key = keyOf(fact);
    if (key === null || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Others' replies to a student, one of each person: the first that is long enough to count. */
function repliesTo(log: readonly CommentFact[], { id, closesAt }: Student, minWords: number): CommentFact[] {
  const replies = log.filter(
    (reply) =>
      reply.answersId === id &&
      reply.authorId !== id &&
      reply.audience !== "private" &&
      reply.at <= closesAt &&
      !isDeletedAt(reply, closesAt) &&
      isLongEnough(writingAt(reply, closesAt), minWords),
  );
  const inOrder = replies.sort(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1),
  );
  return firstOfEach(inOrder, ({ authorId }) => authorId);
}

/** What was found for each part, and how much of what was wanted that is. */
function findings(
  setup: Setup,
  person: Participant,
  work: CountedWork,
  received: readonly CommentFact[],
): Record<Part, Found> {
  const { policy, latePolicy, timeZone } = setup;
  const { comments, evidence } = work;
  const counted = <Name extends "comments" | "spread" | "citations" | "evidence">(
    part: Name,
    value: number,
    from: Source[],
  ): Found => {
    const { wanted } = policy[part];
    return { part, value, wanted, share: shareOf(value, wanted), from };
  };

  const spread = firstOfEach(comments, ({ paragraphId }) => paragraphId);
  const when = comments.map(({ at }) => lateness(latePolicy, person.dueAt, at, timeZone).kind);
  const kept = comments.map(({ at }) => keptAt(latePolicy, person.dueAt, at, timeZone));
  const given = comments.filter(({ answersId }) => answersId !== null && answersId !== person.id);
  const citing = comments.map((fact) => ({
    fact,
    cited: writingAt(fact, person.closesAt)?.cited.length ?? 0,
  }));
  const wanted = { given: policy.replies.given, received: policy.replies.received };
  const replied = Math.min(given.length, wanted.given) + Math.min(received.length, wanted.received);
  const count = (kind: (typeof when)[number]) => when.filter((each) => each === kind).length;

  return {
    comments: counted("comments", comments.length, comments.map(comment)),
    spread: counted("spread", spread.length, spread.map(comment)),
    timeliness: {
      part: "timeliness",
      of: comments.length,
      inTime: count("inTime"),
      forgiven: count("forgiven"),
      late: count("late"),
      share: { above: kept.reduce((sum, each) => sum + each, 0), below: Math.max(1, comments.length) * 100 },
      from: comments.map(comment),
    },
    replies: {
      part: "replies",
      given: { value: given.length, wanted: wanted.given },
      received: { value: received.length, wanted: wanted.received },
      share: { above: replied, below: wanted.given + wanted.received },
      from: [...given, ...received].map(comment),
    },
    citations: counted(
      "citations",
      citing.reduce((sum, { cited }) => sum + cited, 0),
      citing.filter(({ cited }) => cited > 0).map(({ fact }) => comment(fact)),
    ),
    evidence: counted(
      "evidence",
      evidence.length,
      evidence.map((piece) => sourceOf("evidence", piece)),
    ),
  };
}

function groupedBy<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

const asFraction = ({ above, below }: { above: number; below: number }): Fraction => fraction(above, below);

/**
 * Suggested scores from what happened until each student's own close; later events change none. A score is the mean of
 * the parts' shares by their weights, of the points there are. It is exact until the end, where it is rounded once:
 * half up to a hundredth, and the parts are made to sum to it (see `apportionWithin`).
 */
export function participationOfEach(
  setup: Setup,
  people: readonly Participant[],
  log: ParticipationLog,
): Map<Id, ParticipationResult> {
  const read = readerOf(log, people);
  const copied = copiedIn(log, people, read);
  const byAuthor = groupedBy(log.comments, ({ authorId }) => authorId);
  const toPerson = groupedBy(log.comments, ({ answersId }) => answersId);
  const filedBy = groupedBy(log.evidence, ({ authorId }) => authorId);
  const { minWords } = setup.policy;
  return new Map(
    people.map((person) => {
      const own = { ...log, comments: byAuthor.get(person.id) ?? [], evidence: filedBy.get(person.id) ?? [] };
      const work = countedOf(own, person, minWords, copied, read);
      const received = repliesTo(toPerson.get(person.id) ?? [], person, minWords);
      return [person.id, scored(setup, person, work, findings(setup, person, work, received))];
    }),
  );
}

function scored(
  { policy, most }: Setup,
  person: Participant,
  work: CountedWork,
  found: Record<Part, Found>,
): ParticipationResult {
  const inUse = parts.filter((part) => policy[part].weight > 0);
  const weights = inUse.reduce((sum, part) => sum + policy[part].weight, 0);
  const worth = inUse.map((part) =>
    over(fraction(hundredths(most) * policy[part].weight, 1), fraction(weights, 1)),
  );
  const exact = inUse.map((part, at) => times(worth[at] ?? fraction(0, 1), asFraction(found[part].share)));
  const { given, mosts } = apportionWithin(exact, worth);
  return {
    score: showPoints(rounded(sumOfFractions(exact))),
    most: showPoints(hundredths(most)),
    parts: inUse.map(
      (part, at): ParticipationPart => ({
        ...found[part],
        weight: policy[part].weight,
        points: showPoints(given[at] ?? 0),
        most: showPoints(mosts[at] ?? 0),
      }),
    ),
    notCounted: work.notCounted,
    through: person.closesAt,
  };
}

/** `participationOfEach` of one student. */
export function participation(setup: Setup, person: Participant, log: ParticipationLog): ParticipationResult {
  const [result] = participationOfEach(setup, [person], log).values();
  if (!result) throw new Error("a student has a score of their own");
  return result;
}
