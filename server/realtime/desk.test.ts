import { describe, expect, it } from "vitest";
import { concerns } from "./desk";

const place = { membershipId: "ada", isStudent: true, assignmentId: "week 1", groupSetId: "fours" };
const staff = { ...place, membershipId: "ines", isStudent: false };
const event = (type: string, subjectId: string, payload: object = {}) => ({
  seq: 1,
  type,
  subjectId,
  payload,
});

describe("what happens in a course concerns", () => {
  it.each([
    ["member.withdrawn", "ada", true],
    ["member.changed", "ada", true],
    ["member.changed", "liming", false],
    ["assignment.revised", "week 1", true],
    ["assignment.published", "week 2", false],
    ["groups.joined", "ada", true],
    ["groups.joined", "liming", false],
    ["groups.saved", "fours", true],
    // The dates of a group of any set may be theirs.
    ["groups.saved", "sixes", true],
    ["section.removed", "monday", true],
    ["grade.saved", "ada", false],
    ["source.revised", "week 1", false],
    ["extension.saved", "somebody's", false],
  ])("%s of %s: %s", (type, subjectId, expected) => {
    expect(concerns(event(type, subjectId), place)).toBe(expected);
  });

  it.each([
    ["groups.saved", "fours", true],
    ["groups.saved", "sixes", false],
    ["section.removed", "monday", true],
  ])("staff, who have no dates of their own, %s of %s: %s", (type, subjectId, expected) => {
    expect(concerns(event(type, subjectId), staff)).toBe(expected);
  });

  it("a student by sections also where the class is whole", () => {
    const whole = { groupSetId: null };
    expect(concerns(event("section.filled", "monday"), { ...place, ...whole })).toBe(true);
    expect(concerns(event("section.filled", "monday"), { ...staff, ...whole })).toBe(false);
  });

  it.each(["extension.saved", "extension.withdrawn"])("%s those in its assignment", (type) => {
    expect(concerns(event(type, "somebody's", { assignmentId: "week 1" }), place)).toBe(true);
    expect(concerns(event(type, "somebody's", { assignmentId: "week 2" }), place)).toBe(false);
  });
});
