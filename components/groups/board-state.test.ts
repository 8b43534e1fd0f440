import { describe, expect, it } from "vitest";
import {
  type GroupSet,
  type GroupsPage,
  isOfOneMind,
  mixOf,
  type Student,
  sectionColumns,
  setColumns,
  withMoved,
  withSection,
  withSet,
} from "./board-state";

const student = (id: string, what: Partial<Student> = {}): Student => ({
  id,
  name: id,
  sectionId: null,
  stance: null,
  ...what,
});
const group = (id: string, members: string[], dissolved = false) => ({
  id,
  name: id,
  sectionId: null,
  dissolved,
  members: members.map((member) => ({ id: member, name: member })),
});
const set: GroupSet = {
  id: "set",
  name: "Groups",
  kind: "manual",
  size: null,
  mixed: false,
  version: 1,
  usedBy: [],
  groups: [group("Gone", [], true), group("A", ["Ada", "Bo"]), group("B", ["Di"])],
};
const page: GroupsPage = {
  sets: [set],
  sections: [{ id: "monday", name: "Monday" }],
  students: [student("Ada"), student("Bo"), student("Cy", { sectionId: "monday" }), student("Di")],
  positions: [
    { id: "charter", name: "The Charter order", short: "Charter" },
    { id: "spheres", name: "Spheres", short: "Spheres" },
  ],
  written: [],
  blind: [],
};
const names = (columns: { name: string; people: Student[] }[]) =>
  columns.map(({ name, people }) => [name, ...people.map((person) => person.name)]);

describe("the board", () => {
  it("shows the groups that stand, and first whoever is in none", () => {
    expect(names(setColumns(page, set, "In none"))).toEqual([
      ["In none", "Cy"],
      ["A", "Ada", "Bo"],
      ["B", "Di"],
    ]);
    expect(names(sectionColumns(page, "In none"))).toEqual([
      ["In none", "Ada", "Bo", "Di"],
      ["Monday", "Cy"],
    ]);
  });

  it("shows a move before it is acknowledged, in the order of names", () => {
    const moved = withMoved(page, "set", { studentId: "Bo", fromId: "A", toId: "B" });
    expect(names(setColumns(moved, moved.sets[0] ?? set, "In none")).slice(1)).toEqual([
      ["A", "Ada"],
      ["B", "Bo", "Di"],
    ]);
    const put = withSection(page, { studentId: "Ada", fromId: null, toId: "monday" });
    expect(names(sectionColumns(put, "In none"))[1]).toEqual(["Monday", "Ada", "Cy"]);
  });

  it("takes a set as the server has it, new or known", () => {
    expect(withSet(page, { ...set, name: "Renamed" }).sets.map(({ name }) => name)).toEqual(["Renamed"]);
    expect(withSet(page, { ...set, id: "new", name: "A new one" }).sets.map(({ id }) => id)).toEqual([
      "new",
      "set",
    ]);
  });
});

describe("how a group stands", () => {
  it("is told in the order of the frame, then who holds none, then who has not said", () => {
    const people = [
      student("1"),
      student("2", { stance: "none" }),
      student("3", { stance: "spheres" }),
      student("4", { stance: "removed" }),
      student("5", { stance: "charter" }),
      student("6", { stance: "spheres" }),
    ];
    expect(mixOf(people, page.positions)).toEqual([
      { stance: "charter", count: 1 },
      { stance: "spheres", count: 2 },
      { stance: "gone", count: 1 },
      { stance: "none", count: 1 },
      { stance: null, count: 1 },
    ]);
  });

  it("is of one mind where two or more stand at one position and nobody elsewhere", () => {
    expect(isOfOneMind([{ stance: "charter", count: 2 }])).toBe(true);
    expect(isOfOneMind([{ stance: "charter", count: 1 }])).toBe(false);
    expect(isOfOneMind([{ stance: null, count: 3 }])).toBe(false);
  });
});
