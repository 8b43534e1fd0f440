import { describe, expect, it } from "vitest";
import { contestOf, tallyOf } from "@/domain/prompt/contest";
import { flowOf, publishFlow } from "@/domain/prompt/flow";
import { demoProblems } from "@/prisma/seed/content/check";
import { loadDemo } from "@/prisma/seed/content/load";

const demo = await loadDemo();
const filed = demo.evidence.filter((piece) => !piece.draft);
const merged = new Set(demo.evidenceTalk.merged.map((one) => one.piece));

describe("the evidence of the demo", () => {
  it("is of three readings at least for every order, and by every student", () => {
    for (const { key } of demo.frame.positions) {
      const readings = new Set(filed.filter((one) => one.position === key).map((one) => one.reading));
      expect(readings.size, key).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(filed.map((one) => one.author)).size).toBe(24);
    expect(filed.length).toBeGreaterThanOrEqual(140);
  });

  it("leaves cells empty, splits some evenly and agrees on others", () => {
    const cells = demo.frame.positions.flatMap((position) =>
      demo.frame.dimensions.map((dimension) =>
        tallyOf(
          filed
            .filter((one) => !merged.has(one.key))
            .filter((one) => one.position === position.key && one.dimension === dimension.key)
            .map((one) => one.relation),
        ),
      ),
    );
    const sizes = cells.map(({ supports, challenges, qualifies }) => supports + challenges + qualifies);
    const empty = sizes.filter((size) => size === 0).length;
    expect(empty).toBeGreaterThanOrEqual(4);
    expect(empty).toBeLessThanOrEqual(8);
    expect(cells.filter((cell) => contestOf(cell) === 4).length).toBeGreaterThanOrEqual(3);
    expect(cells.filter((cell, at) => contestOf(cell) === 0 && (sizes[at] ?? 0) >= 3).length).toBeGreaterThan(
      2,
    );
  });

  it("has drafts of Ada’s with a place and without one, talk, and pieces that say the same", () => {
    const drafts = demo.evidence.filter((piece) => piece.draft && piece.author === "ada");
    expect(drafts.map((piece) => piece.position !== null).sort()).toEqual([false, true, true]);
    expect(demo.evidenceTalk.threads.length).toBeGreaterThanOrEqual(12);
    expect(demo.evidenceTalk.merged.length).toBeGreaterThanOrEqual(2);
    expect(demo.evidenceTalk.edited.length).toBeGreaterThanOrEqual(1);
  });
});

describe("the stances of the demo", () => {
  const journeys = demo.people
    .filter((person) => person.role === "student")
    .map(({ key }) => demo.stances.filter((one) => one.author === key).toSorted((a, b) => a.day - b.day));
  const lanes = [...demo.frame.positions.map((position) => position.key), null];
  const flow = flowOf(
    lanes,
    journeys.map((journey) => ({
      from: journey[0]?.position ?? null,
      to: journey.at(-1)?.position ?? null,
      count: 1,
    })),
  );

  it("begin before the readings and end after the discussion, for everybody", () => {
    expect(journeys.map((journey) => journey[0]?.moment)).toEqual(Array(24).fill("before"));
    expect(journeys.map((journey) => journey.at(-1)?.moment)).toEqual(Array(24).fill("after"));
  });

  it("move for more than half, and say by which passage", () => {
    const stayed = flow.cells.reduce((sum, row, lane) => sum + (row[lane] ?? 0), 0);
    expect(flow.total - stayed).toBeGreaterThanOrEqual(12);
    expect(flow.total - stayed).toBeLessThanOrEqual(15);
    expect(demo.stances.filter((one) => one.between).length).toBeGreaterThanOrEqual(4);
    const later = demo.stances.filter((one) => one.moment !== "before");
    expect(later.filter((one) => one.movedBy).length).toBeGreaterThan(later.length * 0.8);
  });

  it("leave three orders large enough to show at both ends, others not, and a move that the class sees", () => {
    for (const end of [flow.rows, flow.columns]) {
      expect(end.filter((size) => size >= 5)).toHaveLength(3);
      expect(end.some((size) => size > 0 && size < 5)).toBe(true);
    }
    const { cells } = publishFlow(flow, demo.course.smallestGroup);
    expect(cells.some((row, from) => row.some((count, to) => from !== to && count !== null))).toBe(true);
  });
});

describe("the prompts, terms and steelmen of the demo", () => {
  it("show every kind of prompt and every thing a prompt may ask", () => {
    const { prompts } = demo;
    expect(new Set(prompts.map((one) => one.kind)).size).toBe(5);
    expect(prompts.find((one) => one.kind === "compare")).toMatchObject({
      positions: [expect.any(String), expect.any(String)],
      dimension: expect.any(String),
    });
    expect(prompts.find((one) => one.kind === "term")?.term).toBeDefined();
    for (const asks of ["postFirst", "wholeClass", "steelman"] as const)
      expect(
        prompts.some((one) => one[asks]),
        asks,
      ).toBe(true);
    const unanswered = demo.responses.filter((one) => one.replies.length === 0);
    expect(unanswered.length).toBeGreaterThanOrEqual(6);
    expect(unanswered.length).toBeLessThanOrEqual(8);
  });

  it("use one term in all five readings, and some in three", () => {
    const uses = demo.frame.terms.map(
      ({ forms }) =>
        demo.readings.filter((reading) =>
          reading.paragraphs.some((block) =>
            forms.some(({ words }) => block.text.toLowerCase().includes(words.toLowerCase())),
          ),
        ).length,
    );
    expect(uses[0]).toBe(5);
    expect(uses.filter((count) => count >= 3).length).toBeGreaterThanOrEqual(4);
    expect(demo.differences.length).toBeGreaterThanOrEqual(4);
  });

  it("have steelmen signed, amended, wanting and waiting", () => {
    const verdicts = demo.steelmen.map((one) => one.verdicts);
    expect(verdicts.some((given) => given.length === 0)).toBe(true);
    expect(verdicts.some((given) => given.length > 0 && given.every((one) => !one.signs))).toBe(true);
    expect(verdicts.filter((given) => given.some((one) => one.signs && one.onVersion === 2)).length).toBe(2);
    expect(demo.steelmen.filter((one) => one.rebuttal)).toHaveLength(2);
  });

  it("are found out where a case is put by somebody who holds it", () => {
    const [first, ...rest] = demo.steelmen;
    if (!first) throw new Error("There are no steelmen");
    const wrong = { ...demo, steelmen: [{ ...first, position: "alliance" }, ...rest] };
    expect(demoProblems(wrong)).toContainEqual(expect.stringContaining("somebody who holds the position"));
  });
});
