import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Category, type Counted, countedAs, countingIn, weigh, weightsOf } from "./weighing";

let made = 0;
const grade = (points: number, of: number, categoryId: string | null = null, weight = 100): Counted => {
  made += 1;
  return { assignmentId: `a${made}`, categoryId, points, of, weight, position: made };
};
const category = (id: string, weight: number, dropLowest = 0): Category => ({ id, weight, dropLowest });

describe("what a course comes to", () => {
  /** Grades as [points, of, category, weight], categories as [id, weight, drop lowest], and the per cent. */
  const golden: [string, [number, number, string?, number?][], [string, number, number?][], number | null][] =
    [
      ["nothing yet", [], [], null],
      ["one of one", [[2650, 3000]], [], 88.3],
      [
        "without categories by points",
        [
          [1000, 1000],
          [0, 3000],
        ],
        [],
        25,
      ],
      ["half up at the twentieth of a per cent", [[1, 2000]], [], 0.1],
      ["a third", [[1, 3]], [], 33.3],
      ["two thirds", [[2, 3]], [], 66.7],
      [
        "with categories by shares",
        [
          [1000, 1000, "w"],
          [0, 3000, "w"],
        ],
        [["w", 6000]],
        50,
      ],
      [
        "weights within a category",
        [
          [1000, 1000, "w", 300],
          [0, 3000, "w", 100],
        ],
        [["w", 6000]],
        75,
      ],
      [
        "categories by their weights",
        [
          [800, 1000, "w"],
          [900, 1000, "e"],
        ],
        [
          ["w", 6000],
          ["e", 3000],
        ],
        83.3,
      ],
      [
        "an empty category weighs nothing",
        [[800, 1000, "w"]],
        [
          ["w", 6000],
          ["e", 4000],
        ],
        80,
      ],
      [
        "the lowest share is dropped, not the lowest points",
        [
          [900, 3000, "w"],
          [800, 1000, "w"],
          [900, 1000, "w"],
        ],
        [["w", 100, 1]],
        85,
      ],
      ["the last is never dropped", [[100, 1000, "w"]], [["w", 100, 3]], 10],
      ["in no category beside categories: not counted", [[0, 1000]], [["w", 100]], null],
      ["a category of weight 0 does not count", [[0, 1000, "w"]], [["w", 0]], null],
      ["more than all: extra points count", [[1100, 1000]], [], 110],
    ];
  it.each(golden)("%s", (_what, grades, categories, expected) => {
    const result = weigh(
      grades.map(([points, of, id = null, weight]) => grade(points, of, id, weight)),
      categories.map(([id, weight, drop]) => category(id, weight, drop)),
    );
    expect(result.total).toBe(expected);
  });

  it("names what it dropped: of equal shares the later one", () => {
    const [one, two, three] = [grade(5, 10, "w"), grade(50, 100, "w"), grade(10, 10, "w")];
    expect([...weigh([one, two, three], [category("w", 100, 1)]).dropped]).toEqual([two.assignmentId]);
  });
});

const anyGrade = fc
  .record({
    of: fc.integer({ min: 1, max: 100_000 }),
    share: fc.integer({ min: 0, max: 100 }),
    categoryId: fc.constantFrom("w", "e", null),
    weight: fc.integer({ min: 1, max: 5_000 }),
  })
  .map(({ of, share, ...rest }) => ({ ...rest, of, points: Math.floor((of * share) / 100) }));
const anyGrades = fc
  .array(anyGrade, { maxLength: 14 })
  .map((all) => all.map((each, position) => ({ ...each, assignmentId: `a${position}`, position })));
const anyCategories = fc
  .tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(4), fc.nat(4))
  .map(([w, e, dropW, dropE]) => [category("w", w, dropW), category("e", e, dropE)]);

describe("whatever was given", () => {
  it("the order of the grades changes nothing", () => {
    fc.assert(
      fc.property(anyGrades, anyCategories, (grades, categories) => {
        const [one, other] = [weigh(grades, categories), weigh(grades.toReversed(), categories)];
        expect(other).toEqual(one);
      }),
    );
  });

  it("dropping never lowers a category, and leaves one where there was one", () => {
    fc.assert(
      fc.property(anyGrades, anyCategories, (grades, categories) => {
        const kept = weigh(
          grades,
          categories.map((each) => ({ ...each, dropLowest: 0 })),
        );
        const dropped = weigh(grades, categories);
        for (const { id } of categories) {
          const [before, after] = [kept.categories.get(id), dropped.categories.get(id)];
          expect(after === null).toBe(before === null);
          expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
        }
      }),
    );
  });

  it("lies between the lowest and the highest share", () => {
    fc.assert(
      fc.property(anyGrades, anyCategories, (grades, categories) => {
        const { total, dropped } = weigh(grades, categories);
        if (total === null) return;
        const shares = grades
          .filter((each) => each.categoryId !== null && !dropped.has(each.assignmentId))
          .map((each) => (each.points / each.of) * 100);
        expect(total).toBeGreaterThanOrEqual(Math.min(...shares) - 0.06);
        expect(total).toBeLessThanOrEqual(Math.max(...shares) + 0.06);
      }),
    );
  });

  it("counting the same weights ten times over changes nothing", () => {
    fc.assert(
      fc.property(anyGrades, anyCategories, (grades, categories) => {
        const tenfold = categories.map((each) => ({ ...each, weight: each.weight * 10 }));
        expect(weigh(grades, tenfold).total).toBe(weigh(grades, categories).total);
      }),
    );
  });
});

describe("what a grade counts", () => {
  const row = { id: "week", categoryId: "w", position: 3, points: "30", weight: "1.5" };
  const counting = countingIn(row);

  it("is its points, of the assignment's, by the assignment's weight", () => {
    expect(countedAs(counting, { total: "24.5", standing: "graded" })).toEqual({
      assignmentId: "week",
      categoryId: "w",
      position: 3,
      points: 2450,
      of: 3000,
      weight: 150,
    });
    expect(countedAs(counting, { total: "0", standing: "missing" })?.points).toBe(0);
  });

  it("is nothing while nothing was given, for who is excused, and of no points", () => {
    expect(countedAs(counting, { total: null, standing: null })).toBeNull();
    expect(countedAs(counting, { total: null, standing: "graded" })).toBeNull();
    expect(countedAs(counting, { total: "24.5", standing: "excused" })).toBeNull();
    expect(countedAs(countingIn({ ...row, points: "0" }), { total: "0", standing: "graded" })).toBeNull();
  });

  it("weighs in a category of hundredths", () => {
    expect(weightsOf([{ id: "w", weight: "12.5", dropLowest: 1 }])).toEqual([
      { id: "w", weight: 1250, dropLowest: 1 },
    ]);
  });
});
