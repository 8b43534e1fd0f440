import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anew } from "./anew";
import { divide, type Student } from "./division";

const minds = ["charter", "spheres", "tianxia", "none", null];
const rules = fc.record({ size: fc.integer({ min: 2, max: 9 }), mixed: fc.boolean() });
const student = (id: string) =>
  fc.record({ id: fc.constant(id), stance: fc.constantFrom(...minds), written: fc.boolean() });
const classOf = (most: number) =>
  fc
    .uniqueArray(fc.uuid(), { maxLength: most })
    .chain((ids) => fc.tuple(...ids.map(student)) as fc.Arbitrary<Student[]>);
const seed = fc.string();

const ids = (students: readonly Student[]) => students.map(({ id }) => id);
const spread = (counts: readonly number[]) =>
  Math.max(0, ...counts) - Math.min(...counts, Number.POSITIVE_INFINITY);

describe("a class divided", () => {
  it("holds everybody once, in as few groups as can be, whose sizes differ by at most one", () => {
    fc.assert(
      fc.property(classOf(60), rules, seed, (students, how, by) => {
        const groups = divide(students, how, by);
        expect(groups.flatMap(ids).sort()).toEqual(ids(students).sort());
        expect(groups).toHaveLength(Math.ceil(students.length / how.size));
        const sizes = groups.map((group) => group.length);
        expect(sizes.every((size) => size <= how.size)).toBe(true);
        if (groups.length > 0) expect(spread(sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("spreads those of one mind as evenly as the number of groups allows", () => {
    fc.assert(
      fc.property(classOf(60), rules, seed, (students, { size }, by) => {
        const groups = divide(students, { size, mixed: true }, by);
        if (groups.length === 0) return;
        for (const mind of minds) {
          const counts = groups.map((group) => group.filter(({ stance }) => stance === mind).length);
          expect(spread(counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("comes out the same for the same seed, in whatever order the students are named", () => {
    fc.assert(
      fc.property(classOf(40), rules, seed, (students, how, by) => {
        const once = divide(students, how, by).map(ids);
        expect(divide([...students].reverse(), how, by).map(ids)).toEqual(once);
      }),
    );
  });
});

describe("the golden table", () => {
  const roll = (stances: readonly (string | null)[]): Student[] =>
    stances.map((stance, at) => ({ id: `student ${at + 1}`, stance, written: false }));
  const of = (count: number) => roll(Array.from({ length: count }, () => null));

  it.each([
    [0, 4, []],
    [1, 4, [1]],
    [4, 4, [4]],
    [5, 4, [3, 2]],
    [9, 4, [3, 3, 3]],
    [10, 4, [4, 3, 3]],
    [12, 5, [4, 4, 4]],
    [13, 5, [5, 4, 4]],
    [25, 6, [5, 5, 5, 5, 5]],
    [26, 6, [6, 5, 5, 5, 5]],
  ])("%i students in groups of %i", (count, size, sizes) => {
    expect(divide(of(count), { size, mixed: false }, "set").map((group) => group.length)).toEqual(sizes);
  });

  it("of twelve, six of one mind, four of another, two who have not said", () => {
    const students = roll([
      ...Array.from({ length: 6 }, () => "charter"),
      ...Array.from({ length: 4 }, () => "spheres"),
      null,
      null,
    ]);
    const groups = divide(students, { size: 4, mixed: true }, "set");
    const numbers = groups.map((group) => ids(group).map((id) => Number(id.split(" ")[1])));
    expect(numbers).toEqual([
      [5, 1, 9, 7],
      [4, 3, 8, 11],
      [6, 2, 10, 12],
    ]);
  });
});

describe("a class divided anew", () => {
  it("goes on in the groups that stand, each once, and in new ones after them", () => {
    fc.assert(
      fc.property(classOf(40), rules, seed, (students, how, by) => {
        const layout = divide(students, { ...how, size: how.size + 1 }, "before").map((members, at) => ({
          id: `group ${at}`,
          members,
        }));
        const parts = anew(layout, students, how, by);
        expect(parts.flatMap(({ members }) => ids(members)).sort()).toEqual(ids(students).sort());
        const kept = parts.map(({ groupId }) => groupId).filter((id) => id !== null);
        const order = layout.map(({ id }) => id);
        expect(kept).toEqual(order.filter((id) => kept.includes(id)));
        expect(kept).toHaveLength(Math.min(parts.length, layout.length));
        expect(parts.slice(kept.length).every(({ groupId }) => groupId === null)).toBe(true);
      }),
    );
  });

  it("leaves a writer where their words are rather than several who have none", () => {
    const quiet = (id: string): Student => ({ id, stance: null, written: false });
    const class_ = ["a", "b", "c", "d"].map(quiet);
    const [one, two] = divide(class_, { size: 2, mixed: false }, "seed");
    const [first, second] = one ?? [];
    if (!first || !second || !two) throw new Error("four make two pairs");
    const writer = { ...first, written: true };
    const layout = [
      { id: "quiet", members: [second, ...two] },
      { id: "written", members: [writer] },
    ];
    const parts = anew(layout, [writer, second, ...two], { size: 2, mixed: false }, "seed");
    expect(parts.find(({ members }) => members.includes(writer))?.groupId).toBe("written");
  });
});
