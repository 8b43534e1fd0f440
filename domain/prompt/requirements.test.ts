import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { promptKinds } from "@/domain/assignment/assignment";
import { citationMark, positionNamed } from "./citation";
import {
  factsOfChips,
  type Requirements,
  repliesWritten,
  type StandingFacts,
  standingOf,
} from "./requirements";

const nothing: Requirements = {
  kind: "open",
  wordsMin: 0,
  wordsMax: 0,
  citationsMin: 0,
  readingsMin: 0,
  positionsMin: 0,
  positions: [],
  repliesMin: 0,
  inFrame: 5,
};
const asked: Requirements = { ...nothing, wordsMin: 5, citationsMin: 2, readingsMin: 2 };

const names = ["Charter", "Spheres", "Alliance", "Concert"];
const positions = names.map((short) => ({ id: `the ${short}`, short, name: `The order of ${short}` }));
const idOf = (short: string) => `the ${short}`;
const positionOf: StandingFacts["positionOf"] = (mark) => positionNamed(mark.about, positions)?.id ?? null;

const number = fc.integer({ min: 1, max: 40 });
const word = fc.stringMatching(/^[a-z]{1,8}$/);
const cited = fc.record({ reading: number, paragraph: number, about: fc.option(fc.constantFrom(...names)) });
type Cited = typeof cited extends fc.Arbitrary<infer Value> ? Value : never;
const markOf = ({ reading, paragraph, about }: Cited) => citationMark(reading, paragraph, about);
const asks = fc.record<Requirements>({
  kind: fc.constantFrom(...promptKinds),
  wordsMin: fc.nat(20),
  wordsMax: fc.nat(30),
  citationsMin: fc.nat(6),
  readingsMin: fc.nat(4),
  positionsMin: fc.nat(4),
  positions: fc.subarray(names.map(idOf)),
  repliesMin: fc.nat(3),
  inFrame: fc.integer({ min: names.length, max: 8 }),
});
const piece = fc.oneof(cited.map(markOf), word);
const textOf = (pieces: string[]) => pieces.join(" ");

describe("what a prompt asks", () => {
  it("is all missing from nothing", () => {
    expect(standingOf("", asked)).toMatchObject({ words: 0, readings: [], missing: 3 });
  });

  it("is met by words and citations of enough readings", () => {
    const text = `Two readings say the same thing ${citationMark(1, 2)} ${citationMark(4, 9)}`;
    expect(standingOf(text, asked)).toMatchObject({ readings: [1, 4], missing: 0 });
  });

  it("is only what it names", () => {
    expect(standingOf("", nothing).requirements).toEqual([]);
  });

  it("does not count a mark that leads nowhere", () => {
    const standing = standingOf(citationMark(9, 1), asked, { leadsSomewhere: (found) => found.reading < 5 });
    expect(standing.readings).toEqual([]);
    expect(standing.requirements[1]?.have).toBe(0);
  });

  it("counts words in scripts without spaces", () => {
    expect(standingOf("安全不可分割", asked).words).toBeGreaterThan(1);
  });

  it("says what is too long, and lets it pass", () => {
    const long = standingOf("one two three four", { ...nothing, wordsMin: 1, wordsMax: 3 });
    expect(long).toMatchObject({ wordsOver: 1, missing: 0 });
    expect(standingOf("one two three", { ...nothing, wordsMax: 3 })).toMatchObject({ wordsOver: 0 });
  });

  it("names the positions that are not cited yet", () => {
    const about = { ...nothing, positions: [idOf("Charter"), idOf("Spheres")] };
    const standing = standingOf("[[1 ¶2 charter]] [[1 ¶2 Charter]] [[3 ¶4]]", about, { positionOf });
    expect(standing.uncited).toEqual([idOf("Spheres")]);
    expect(standing.citedByPosition[idOf("Charter")]).toHaveLength(1);
    expect(standing.requirements).toEqual([{ kind: "named", have: 1, need: 2, met: false }]);
  });

  it("counts the positions cited where it names none, or more than it names", () => {
    const standing = (change: Partial<Requirements>) =>
      standingOf("[[1 ¶2 Charter]] [[1 ¶2 Spheres]]", { ...nothing, ...change }, { positionOf });
    expect(standing({ positionsMin: 3 }).requirements).toEqual([
      { kind: "positions", have: 2, need: 3, met: false },
    ]);
    const both = standing({ positionsMin: 3, positions: [idOf("Charter")] });
    expect(both.requirements.map((each) => [each.kind, each.met])).toEqual([
      ["positions", false],
      ["named", true],
    ]);
    const named = standing({ positionsMin: 1, positions: [idOf("Charter")] });
    expect(named.requirements.map((each) => each.kind)).toEqual(["named"]);
  });

  it("of a comparison is two positions, also where the student chooses them", () => {
    const free = { ...nothing, kind: "compare" as const };
    expect(standingOf("[[1 ¶2 Charter]]", free, { positionOf })).toMatchObject({ missing: 1 });
    expect(standingOf("[[1 ¶2 Charter]] [[1 ¶2 gsi]] [[1 ¶2 spheres]]", free, { positionOf }).missing).toBe(
      0,
    );
  });

  it("of a defence is a position taken", () => {
    const defend = { ...nothing, kind: "defend" as const };
    expect(standingOf("Words.", defend).requirements).toEqual([
      { kind: "stand", have: 0, need: 1, met: false },
    ]);
    expect(standingOf("Words.", defend, { positionTaken: idOf("Charter") }).missing).toBe(0);
  });

  it("is never more than the frame has to give", () => {
    const two = { ...nothing, inFrame: 2 };
    const both = "[[1 ¶2 Charter]] [[1 ¶2 Spheres]]";
    expect(standingOf(both, { ...two, positionsMin: 3 }, { positionOf })).toMatchObject({ missing: 0 });
    expect(standingOf("[[1 ¶2 Charter]]", { ...two, positionsMin: 3 }, { positionOf }).missing).toBe(1);
    const bare = { ...nothing, inFrame: 0 };
    expect(standingOf("", { ...bare, positionsMin: 3 }).requirements).toEqual([]);
    expect(standingOf("", { ...bare, kind: "compare" }).requirements).toEqual([]);
    expect(standingOf("", { ...bare, kind: "defend" }).requirements).toEqual([]);
  });

  it("keeps the replies owed apart from what the text lacks", () => {
    const owing = { ...nothing, repliesMin: 2 };
    expect(standingOf("", owing, { repliesWritten: 1 })).toMatchObject({
      missing: 0,
      replies: { have: 1, need: 2, met: false },
    });
    expect(standingOf("", nothing, { repliesWritten: 1 }).replies).toBeNull();
  });
});

describe("what is asked and what is there", () => {
  it("distinct readings never outnumber citations, and words never count marks", () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const standing = standingOf(textOf(pieces), { ...nothing, citationsMin: 1 }, { positionOf });
        expect(standing.readings.length).toBeLessThanOrEqual(standing.citations);
        expect(standing.words).toBe(pieces.filter((each) => !each.startsWith("[[")).length);
      }),
    );
  });

  it("never gets worse by writing on", () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), asks, (first, second, wanted) => {
        const before = standingOf(textOf(first), wanted, { positionOf });
        const after = standingOf(textOf([...first, ...second]), wanted, { positionOf });
        for (const [at, requirement] of before.requirements.entries()) {
          expect(after.requirements[at]?.have).toBeGreaterThanOrEqual(requirement.have);
        }
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        expect(before.uncited).toEqual(expect.arrayContaining(after.uncited));
      }),
    );
  });

  it("does not depend on the order in which it is written", () => {
    const shuffled = fc
      .array(piece)
      .chain((pieces) =>
        fc.tuple(fc.constant(pieces), fc.shuffledSubarray(pieces, { minLength: pieces.length })),
      );
    fc.assert(
      fc.property(shuffled, asks, ([one, other], wanted) => {
        const a = standingOf(textOf(one), wanted, { positionOf });
        const b = standingOf(textOf(other), wanted, { positionOf });
        expect({ ...a, citedByPosition: null }).toEqual({ ...b, citedByPosition: null });
        expect(Object.keys(a.citedByPosition).sort()).toEqual(Object.keys(b.citedByPosition).sort());
      }),
    );
  });

  it("counts a mark twice as once", () => {
    fc.assert(
      fc.property(fc.array(cited), asks, (marks, wanted) => {
        const text = textOf(marks.map(markOf));
        const once = standingOf(text, wanted, { positionOf });
        const twice = standingOf(`${text} ${text}`, wanted, { positionOf });
        expect(twice.requirements).toEqual(once.requirements);
        expect(twice.citations).toBe(once.citations);
      }),
      // So that all of both halves are among the marks that are read.
      { numRuns: 200 },
    );
  });

  it("asks no less where it asks for more, and is all met where nothing is asked", () => {
    fc.assert(
      fc.property(fc.array(piece), asks, asks, (pieces, one, other) => {
        const kind = one.kind;
        const more: Requirements = {
          kind,
          wordsMin: Math.max(one.wordsMin, other.wordsMin),
          wordsMax: 0,
          citationsMin: Math.max(one.citationsMin, other.citationsMin),
          readingsMin: Math.max(one.readingsMin, other.readingsMin),
          positionsMin: Math.max(one.positionsMin, other.positionsMin),
          positions: [...new Set([...one.positions, ...other.positions])],
          repliesMin: 0,
          inFrame: Math.max(one.inFrame, other.inFrame),
        };
        const less = standingOf(textOf(pieces), one, { positionOf });
        if (standingOf(textOf(pieces), more, { positionOf }).missing === 0) expect(less.missing).toBe(0);
        expect(standingOf(textOf(pieces), nothing).missing).toBe(0);
      }),
    );
  });

  it("is no stricter for an upper limit", () => {
    fc.assert(
      fc.property(fc.array(piece), asks, fc.nat(30), (pieces, wanted, wordsMax) => {
        const free = standingOf(textOf(pieces), { ...wanted, wordsMax: 0 }, { positionOf });
        const guided = standingOf(textOf(pieces), { ...wanted, wordsMax }, { positionOf });
        expect({ ...guided, wordsOver: 0 }).toEqual(free);
      }),
    );
  });
});

describe("what chips say of a stored text", () => {
  it("goes by the place of the mark, whatever it says", () => {
    const text = "[[1 ¶2]] and [[9 ¶9 Charter]] and [[1 ¶2 An old name]]";
    const chip = {
      readingId: "r",
      paragraphId: "p",
      reading: 1,
      title: "T",
      paragraph: 2,
      text: "",
      about: null,
      anchor: "sound" as const,
      formerText: null,
    };
    const facts = factsOfChips(text, [
      { ...chip, position: 0, positionId: null },
      { ...chip, position: 2, positionId: idOf("Spheres") },
    ]);
    expect(standingOf(text, { ...nothing, citationsMin: 1 }, facts)).toMatchObject({
      citations: 1,
      readings: [1],
      citedByPosition: { [idOf("Spheres")]: [{ about: "An old name" }] },
    });
  });
});

describe("replies written", () => {
  it("count the answers of others that were replied to, each once", () => {
    const responses = [
      { id: "mine", parentId: null, mine: true },
      { id: "a", parentId: null, mine: false },
      { id: "1", parentId: "a", mine: true },
      { id: "2", parentId: "a", mine: true },
      { id: "3", parentId: "b", mine: true },
      { id: "4", parentId: "c", mine: false },
      { id: "5", parentId: "mine", mine: true },
    ];
    expect(repliesWritten(responses)).toBe(2);
  });
});
