import { describe, expect, it } from "vitest";
import { extensionFor, ownSchedule } from "./own-schedule";
import { actors, hours } from "./testing/lines";

const student = { studentId: "ada", groupId: null, dueAt: hours(30), closesAt: hours(50) };
const group = { studentId: null, groupId: "A", dueAt: hours(40), closesAt: hours(60) };
const other = { studentId: null, groupId: "B", dueAt: hours(70), closesAt: hours(90) };
const week = { dueAt: hours(24), closesAt: hours(48), title: "Week 1", extensions: [other, group, student] };

describe("whose dates are whose", () => {
  it("a student's own goes before their group's, and another's is nobody else's", () => {
    expect(extensionFor(week.extensions, actors.author)).toBe(student);
    expect(extensionFor(week.extensions, actors.classmate)).toBe(group);
    expect(extensionFor(week.extensions, actors.otherGroup)).toBe(other);
    expect(extensionFor(week.extensions, actors.instructor)).toBeNull();
  });

  it("of several groups' the one that closes last, in any order", () => {
    const both = { ...actors.classmate, groupIds: ["A", "B"] };
    expect(extensionFor([group, other], both)).toBe(other);
    expect(extensionFor([other, group], both)).toBe(other);
  });

  it("takes the place of the class's dates, which stand beside it; staff go by the class's", () => {
    const extended = { dueAt: hours(24), closesAt: hours(48) };
    expect(ownSchedule(actors.author, week)).toEqual({
      title: "Week 1",
      dueAt: hours(30),
      closesAt: hours(50),
      extended,
    });
    const staff = { ...actors.instructor, groupIds: ["A"] };
    expect(ownSchedule(staff, week)).toEqual({ title: "Week 1", ...extended, extended: null });
  });
});
