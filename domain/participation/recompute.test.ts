import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hundredths, sumOf } from "@/domain/grading/points";
import { apportion, rounded, sumOfFractions } from "./apportion";
import type { CommentFact, EvidenceFact } from "./log";
import { participation, participationOfEach } from "./participation";
import { type ParticipationPolicy, participationPolicy } from "./policy";
import { repeated, type Said } from "./repeated";
import { repeats } from "./same-words";
import { ada, comment, evidence, hours, logWith, setup, words } from "./testing/log";

const people = ["ada", "liming", "zofia"] as const;
const person = fc.constantFrom(...people);
const until = fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => hours(minutes / 60));
const after = fc
  .integer({ min: 1, max: 1000 })
  .map((minutes) => new Date(ada.closesAt.getTime() + minutes * 60_000));
const body = fc.oneof(
  fc.constantFrom("", "Yes.", ...[1, 2, 3, 4, 5].map(words)),
  fc.integer({ min: 10, max: 60 }).map(words),
);

const comments = fc.array(
  fc.record({
    authorId: person,
    answersId: fc.option(person),
    at: until,
    body,
    paragraphId: fc.constantFrom("p1", "p2", "p3", null),
    audience: fc.constantFrom("group", "group", "group", "private", "instructors"),
    deletedAt: fc.option(until, { freq: 5 }),
    cited: fc.uniqueArray(fc.constantFrom("p7", "p8", "p9"), { maxLength: 3 }),
  }),
  { maxLength: 25 },
);
const pieces = fc.array(
  fc.record({ authorId: person, at: until, claim: body, passage: fc.constantFrom("a", "b") }),
  {
    maxLength: 8,
  },
);
const weight = fc.integer({ min: 0, max: 100 });
const wanted = fc.integer({ min: 1, max: 9 });
const part = fc.record({ weight, wanted });
const policies = fc
  .record({
    minWords: fc.constantFrom(0, 1, 5),
    comments: part,
    spread: part,
    timeliness: fc.record({ weight }),
    replies: fc.record({ weight, given: wanted, received: fc.integer({ min: 0, max: 4 }) }),
    citations: part,
    evidence: part,
  })
  .filter((policy) => participationPolicy.safeParse(policy).success);
const most = fc.integer({ min: 1, max: 5000 }).map((hundredth) => String(hundredth / 100));
const latePolicy = { kind: "perDay", graceMinutes: 30, percent: 7, floor: 13 } as const;

const logs = fc.record({ comments, pieces }).map((told) =>
  logWith(
    told.comments.map((each, at) => {
      const deletedAt = each.deletedAt && each.deletedAt >= each.at ? each.deletedAt : null;
      return comment(at + 1, { ...each, deletedAt });
    }),
    {
      evidence: told.pieces.map((each, at) => evidence(100 + at, each)),
      paragraphs: [{ id: "p1", text: words(1) }],
    },
  ),
);

/** What may still happen once a student's close has come. */
const happenings = fc.record({
  posted: comments,
  at: after,
  edited: fc.array(fc.tuple(fc.nat(30), body), { maxLength: 5 }),
  deleted: fc.array(fc.nat(30), { maxLength: 5 }),
  merged: fc.array(fc.nat(10), { maxLength: 3 }),
});

const setupOf = (policy: ParticipationPolicy, points: string) => ({
  ...setup,
  policy,
  most: points,
  latePolicy,
});

describe("computed again, whatever happened since", () => {
  it("a score is the same, with the same reasons", () => {
    fc.assert(
      fc.property(logs, happenings, policies, most, (log, happened, policy, points) => {
        const { at } = happened;
        const edit = (fact: CommentFact, index: number): CommentFact => {
          const edits = happened.edited.filter(([of]) => of === index);
          const writings = edits.map(([, words]) => ({ at, body: words, words: null, cited: ["p1", "p2"] }));
          const isDeleted = fact.deletedAt === null && happened.deleted.includes(index);
          return {
            ...fact,
            writings: [...fact.writings, ...writings],
            deletedAt: isDeleted ? at : fact.deletedAt,
          };
        };
        const merge = (fact: EvidenceFact, index: number): EvidenceFact => ({
          ...fact,
          merged: happened.merged.includes(index) ? [...fact.merged, { at, intoId: "e100" }] : fact.merged,
        });
        const posted = happened.posted.map((each, index) =>
          comment(500 + index, { ...each, deletedAt: null, at }),
        );
        const later = logWith([...log.comments.map(edit), ...posted].reverse(), {
          paragraphs: log.paragraphs,
          evidence: [...log.evidence.map(merge), evidence(300, { at })],
        });
        const setting = setupOf(policy, points);
        expect(participation(setting, ada, later)).toEqual(participation(setting, ada, log));
      }),
      { numRuns: 150 },
    );
  });

  it("for a whole class is what it is for each alone", () => {
    fc.assert(
      fc.property(logs, policies, most, (log, policy, points) => {
        const setting = setupOf(policy, points);
        const each = people.map((id) => ({ ...ada, id }));
        const all = participationOfEach(setting, each, log);
        for (const one of each) {
          const concerns = (fact: CommentFact) => fact.authorId === one.id || fact.answersId === one.id;
          const part = { ...log, comments: log.comments.filter(concerns) };
          expect(all.get(one.id)).toEqual(participation(setting, one, part));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("the parts sum to the score, and what they can come to sums to the points there are", () => {
    fc.assert(
      fc.property(logs, policies, most, (log, policy, points) => {
        const { score, parts, most: whole } = participation(setupOf(policy, points), ada, log);
        expect(sumOf(parts.map((each) => hundredths(each.points)))).toBe(hundredths(score));
        expect(sumOf(parts.map((each) => hundredths(each.most)))).toBe(hundredths(whole));
        for (const each of parts) {
          expect(hundredths(each.points)).toBeLessThanOrEqual(hundredths(each.most));
          expect(each.share.above).toBeLessThanOrEqual(each.share.below);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("each comment of one's own is counted, or said why not, and never both", () => {
    fc.assert(
      fc.property(logs, policies, (log, policy) => {
        const result = participation(
          setupOf({ ...policy, comments: { weight: 1, wanted: 1 } }, "1"),
          ada,
          log,
        );
        const counted = result.parts.find((each) => each.part === "comments")?.from ?? [];
        const left = result.notCounted.filter(({ kind }) => kind === "comment");
        const own = log.comments.filter(({ authorId }) => authorId === "ada").map(({ id }) => id);
        expect([...counted, ...left].map(({ id }) => id).sort()).toEqual(own.sort());
      }),
    );
  });
});

it("parts in whole numbers sum to their rounded sum, and none is off by a whole one", () => {
  const fractions = fc.array(
    fc.record({ above: fc.bigInt({ min: 0n, max: 100_000n }), below: fc.bigInt({ min: 1n, max: 600n }) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fractions, (exact) => {
      const given = apportion(exact);
      expect(sumOf(given)).toBe(rounded(sumOfFractions(exact)));
      for (const [at, { above, below }] of exact.entries()) {
        expect(Math.abs((given[at] ?? 0) - Number(above) / Number(below))).toBeLessThan(1);
      }
    }),
  );
});

describe("what repeats what", () => {
  const word = fc.constantFrom("a", "b", "c");
  const texts = fc.array(
    fc.record({ by: fc.constantFrom("ada", "liming"), words: fc.array(word, { maxLength: 40 }) }),
    { maxLength: 14 },
  );

  it("is found as if each were compared with each", () => {
    fc.assert(
      fc.property(texts, (told) => {
        const all = told.map((each, at): Said => ({ ...each, id: `t${at}`, at }));
        const others = (one: Said, other: Said) => one.by !== other.by;
        const expected = all.flatMap((text) => {
          const first = all.find(
            (each) => each.at < text.at && others(text, each) && repeats(text.words, each.words),
          );
          return first ? [[text.id, first.id]] : [];
        });
        const found = [...repeated(all, all, others)].map(([id, said]) => [id, said.id]);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it("takes a class's comments in no time, also where everybody says the same", () => {
    const all = (bodyOf: (n: number) => string) =>
      Array.from({ length: 5000 }, (_, at): Said => {
        return { id: `t${at}`, by: `student${at % 300}`, at, words: bodyOf(at).split(" ") };
      });
    const others = (one: Said, other: Said) => one.by !== other.by;
    const opening = Array.from({ length: 30 }, (_, at) => `as${at}`).join(" ");
    const alike = all((n) => `${opening} ${words(n)} ${words(n + 5001)} ${words(n + 10_001)}`);
    expect(repeated(alike, alike, others).size).toBe(0);
    const same = all((n) => `${opening} ${words(n % 2)}`);
    expect(repeated(same, same, others).size).toBe(4998);
  });
});
