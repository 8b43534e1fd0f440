import { describe, expect, it } from "vitest";
import type { GroupSet } from "./board-state";
import { formOf, hasSameName, linesOf, saveOf, withGroup, withoutGroup } from "./set-form";

const group = (id: string, name: string, members: string[] = [], dissolved = false) => ({
  id,
  name,
  sectionId: null,
  dissolved,
  members: members.map((member) => ({ id: member, name: member })),
});
const set: GroupSet = {
  id: "set",
  name: "Groups of 4",
  kind: "automatic",
  size: 4,
  mixed: true,
  version: 3,
  usedBy: [],
  groups: [group("gone", "Group B", [], true), group("a", "Group A", ["Ada"]), group("c", "Group C")],
};

describe("the settings of a set", () => {
  it("untouched, save what stands", () => {
    expect(saveOf(set, formOf(set))).toEqual({
      id: "set",
      version: 3,
      name: "Groups of 4",
      size: 4,
      mixed: true,
      groups: [
        { id: "a", name: "Group A", members: ["Ada"] },
        { id: "c", name: "Group C", members: [] },
      ],
    });
  });

  it("add a group under a name that none has or had, and take an empty one away", () => {
    const more = withGroup(set, formOf(set), "new");
    expect(linesOf(set, more).map(({ name }) => name)).toEqual(["Group A", "Group C", "Group D"]);
    const fewer = withoutGroup(withoutGroup(more, "c"), "new");
    expect(linesOf(set, fewer).map(({ name }) => name)).toEqual(["Group A"]);
  });

  it("keep a group that somebody has entered meanwhile, and everybody's new places", () => {
    const form = { ...withoutGroup(formOf(set), "c"), names: { a: "First" } };
    const meanwhile = { ...set, version: 4, groups: [group("a", "Group A"), group("c", "Group C", ["Ada"])] };
    expect(saveOf(meanwhile, form)).toMatchObject({
      version: 4,
      groups: [
        { name: "First", members: [] },
        { name: "Group C", members: ["Ada"] },
      ],
    });
  });

  it("see two groups of one name", () => {
    expect(hasSameName(linesOf(set, formOf(set)))).toBe(false);
    expect(hasSameName(linesOf(set, { ...formOf(set), names: { c: "group a" } }))).toBe(true);
  });
});
