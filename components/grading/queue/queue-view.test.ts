import { expect, it } from "vitest";
import { around, chosenFrom, countsOf, progressOf, type Queued, sectionsOf, sharesOf } from "./queue-view";

const student = (id: string, facts: Partial<Queued> = {}): Queued => ({
  id,
  name: id,
  group: null,
  state: "todo",
  complete: false,
  lateBy: 0,
  askedAt: null,
  changedSince: false,
  graderId: null,
  ...facts,
});
const queue = [
  student("ada", { group: "B", state: "released", askedAt: new Date(0), graderId: "me" }),
  student("ben", { group: "B", state: "draft", changedSince: true, graderId: "other" }),
  student("åke", { group: "A", lateBy: 1, graderId: "me" }),
  student("zoe", { state: "none" }),
];
const ids = (students: readonly Queued[]) => students.map((one) => one.id);

it("shows whom it is asked for", () => {
  const shown = (show: Parameters<typeof chosenFrom>[1]["show"], mine = false) =>
    ids(chosenFrom(queue, { show, mine }, "me", null));
  expect(shown("all")).toEqual(["ada", "ben", "åke", "zoe"]);
  expect(shown("ungraded")).toEqual(["ben", "åke"]);
  expect(shown("late")).toEqual(["åke"]);
  expect(shown("changed")).toEqual(["ben"]);
  expect(shown("asked")).toEqual(["ada"]);
  expect(shown("all", true)).toEqual(["ada", "åke"]);
  expect(countsOf(queue, false, "me")).toEqual({ all: 4, ungraded: 2, late: 1, changed: 1, asked: 1 });
  expect(countsOf(queue, true, "me")).toEqual({ all: 2, ungraded: 1, late: 1, changed: 0, asked: 1 });
});

it("keeps the one at hand in sight when they no longer fit", () => {
  expect(ids(chosenFrom(queue, { show: "late", mine: false }, "me", "ada"))).toEqual(["ada", "åke"]);
});

it("sorts by name as the language does, or stays by group", () => {
  expect(sectionsOf(queue, "student", "en").map((one) => ids(one.students))).toEqual([
    ["ada", "åke", "ben", "zoe"],
  ]);
  expect(sectionsOf(queue, "group", "en").map((one) => [one.group, ids(one.students)])).toEqual([
    ["B", ["ada", "ben"]],
    ["A", ["åke"]],
    [null, ["zoe"]],
  ]);
  expect(sectionsOf([], "student", "en")).toEqual([]);
});

it("fetches the next two and the one before", () => {
  expect(around(["a", "b", "c", "d"], "b")).toEqual({ next: ["c", "d"], previous: ["a"] });
  expect(around(["a", "b"], "b")).toEqual({ next: [], previous: ["a"] });
  expect(around(["a", "b", "c"], null)).toEqual({ next: ["a", "b"], previous: [] });
});

it("counts those begun of those who handed something in", () => {
  expect(progressOf(queue)).toEqual({ done: 2, all: 3 });
});

it("counts what each grader has", () => {
  expect(sharesOf(queue)).toEqual({ me: 2, other: 1 });
});
