import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StanceView } from "@/components/stance/shapes";
import { flowOf } from "@/domain/prompt/flow";
import { stepsOf, summaryOf } from "./journey-steps";
import type { Journey } from "./shapes";
import { drawSteps } from "./step-geometry";

const readings = [
  { id: "r2", number: 2, title: "Eleven meetings" },
  { id: "r1", number: 1, title: "A code for the allies" },
  { id: "r3", number: 3, title: "Ballast" },
];
const lanes = ["a", "b", "c", null];
const passage = (paragraphId: string) => ({
  readingId: "r1",
  paragraphId,
  reading: 1,
  paragraph: 4,
  title: "A code for the allies",
  text: "Some words.",
});

const stance = (given: Partial<StanceView>): StanceView => ({
  id: "s",
  moment: "before",
  readingId: null,
  positionId: "a",
  betweenId: null,
  stand: null,
  between: null,
  confidence: 3,
  why: "",
  movedBy: null,
  at: new Date(0),
  ...given,
});
const read = (readingId: string, positionId: string | null) =>
  stance({ moment: "afterReading", readingId, positionId });
const journey = (id: string, ...path: StanceView[]): Journey => ({ id, name: `Student ${id}`, path });

const stances = fc
  .record({
    when: fc.constantFrom("before", "after", "r1", "r2", "r3"),
    positionId: fc.constantFrom(...lanes),
    confidence: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ when, positionId, confidence }) =>
    when === "before" || when === "after"
      ? stance({ moment: when, positionId, confidence })
      : stance({ moment: "afterReading", readingId: when, positionId, confidence }),
  );
const classes = fc
  .array(fc.array(stances, { maxLength: 6 }), { maxLength: 30 })
  .map((paths) => paths.map((path, index) => journey(String(index), ...path)));

describe("the moments of a class", () => {
  it("are the first word, the readings somebody spoke of in their order, the talk, and now", () => {
    const { steps } = stepsOf(
      [journey("1", stance({}), read("r2", "b")), journey("2", read("r1", "a"), stance({ moment: "after" }))],
      readings,
    );
    expect(steps.map(({ key }) => key)).toEqual(["first", "r1", "r2", "talk", "now"]);
  });

  it("leave whoever is silent where they stood", () => {
    const { rows } = stepsOf(
      [journey("1", stance({}), read("r2", "b")), journey("2", read("r1", null), read("r3", "c"))],
      readings,
    );
    expect(rows.map(({ held }) => held)).toEqual([
      ["a", "a", "b", "b", "b"],
      [null, null, null, "c", "c"],
    ]);
    expect(rows[0]?.said.map((said) => said?.lane)).toEqual(["a", undefined, "b", undefined, "b"]);
  });

  it("take the later of two words on the same reading", () => {
    const { rows } = stepsOf([journey("1", read("r1", "a"), read("r1", "b"))], readings);
    expect(rows[0]?.held).toEqual(["a", "b", "b"]);
  });

  it("name both of whom somebody stands between, and count the first", () => {
    const between = { id: "b", name: "The B order", short: "B" };
    const { rows } = stepsOf([journey("1", stance({ betweenId: "b", between }))], readings);
    expect(rows[0]?.said[0]).toEqual({ lane: "a", between: "B", confidence: 3 });
  });

  it("hold the same passage once, whoever names it", () => {
    const { rows } = stepsOf(
      [
        journey("1", stance({ movedBy: passage("p1") }), stance({ movedBy: passage("p1") })),
        journey("2", stance({ movedBy: passage("p1") })),
      ],
      readings,
    );
    expect(rows[0]?.movedBy).toHaveLength(1);
    expect(rows[1]?.movedBy[0]).toBe(rows[0]?.movedBy[0]);
  });

  it("begin where each began and end where each stands", () => {
    fc.assert(
      fc.property(classes, (journeys) => {
        const { steps, rows } = stepsOf(journeys, readings);
        for (const [index, { held }] of rows.entries()) {
          const path = journeys[index]?.path ?? [];
          expect(held).toHaveLength(path.length === 0 ? 0 : steps.length);
          expect(held[0]).toBe(path[0]?.positionId);
          expect(held.at(-1)).toBe(path.at(-1)?.positionId);
        }
      }),
    );
  });
});

describe("the summary of a class", () => {
  it("says who moved, and where most of them went", () => {
    const moved = summaryOf([
      journey("1", stance({}), read("r1", "b")),
      journey("2", stance({ confidence: 1 }), read("r1", "b")),
      journey("3", stance({}), read("r1", "c")),
      journey("4", stance({}), read("r1", "c"), read("r2", "a")),
      journey("5"),
    ]);
    expect(moved).toEqual({
      students: 5,
      stated: 4,
      moved: 3,
      to: ["b"],
      toEach: 2,
      returned: 1,
      sure: { first: 2.5, now: 3 },
    });
  });

  it("names all where as many went, and nowhere where nobody has moved", () => {
    expect(
      summaryOf([journey("1", stance({}), read("r1", "b")), journey("2", stance({}), read("r1", null))]).to,
    ).toEqual(["b", null]);
    expect(summaryOf([journey("1")])).toMatchObject({ stated: 0, moved: 0, to: [], sure: null });
  });

  it("counts as moved whoever the flow counts outside of its diagonal", () => {
    fc.assert(
      fc.property(classes, (journeys) => {
        const moves = journeys.flatMap(({ path: [first, ...rest] }) =>
          first ? [{ from: first.positionId, to: (rest.at(-1) ?? first).positionId, count: 1 }] : [],
        );
        const flow = flowOf(lanes, moves);
        const stayed = flow.cells.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
        const { stated, moved } = summaryOf(journeys);
        expect({ stated, moved }).toEqual({ stated: flow.total, moved: flow.total - stayed });
      }),
    );
  });
});

describe("the paths as lines", () => {
  it("hold every student once at each step, each lane within its own room", () => {
    fc.assert(
      fc.property(classes, (journeys) => {
        const { steps, rows } = stepsOf(journeys, readings);
        const stated = rows.filter(({ held }) => held.length > 0);
        const frame = { left: 100, right: 500, top: 20, steps: steps.length };
        const { nodes, lines, centres, height } = drawSteps(lanes, stated, frame);
        expect(lines.map(({ id }) => id)).toEqual(stated.map(({ id }) => id));
        for (const [step] of steps.entries()) {
          const here = nodes.filter((node) => node.step === step);
          expect(here.reduce((sum, { count }) => sum + count, 0)).toBe(stated.length);
          for (const [index, node] of here.entries()) {
            expect(node.y).toBeGreaterThanOrEqual(frame.top);
            expect(node.y + node.height).toBeLessThanOrEqual(height);
            const before = here[index - 1];
            if (before) expect(node.y).toBeGreaterThan(before.y + before.height);
          }
        }
        expect(centres).toEqual(centres.toSorted((one, other) => one - other));
      }),
    );
  });

  it("are dark only where somebody went elsewhere", () => {
    const { lines } = drawSteps(
      lanes,
      [
        { id: "1", held: ["a", "a", "a"] },
        { id: "2", held: ["a", "b", "b"] },
        { id: "3", held: ["a", "b", "a"] },
      ],
      { left: 0, right: 100, top: 0, steps: 3 },
    );
    expect(lines.map(({ moves }) => moves.split("M").length - 1)).toEqual([0, 1, 2]);
  });

  it("leave out whoever stands where there is no lane", () => {
    const frame = { left: 0, right: 100, top: 0, steps: 2 };
    expect(drawSteps(lanes, [{ id: "1", held: ["a", "gone"] }], frame).lines).toEqual([]);
  });
});
