import { describe, expect, it } from "vitest";
import { concerns } from "./desk";

const place = { membershipId: "ada", assignmentId: "week 1", groupSetId: "fours" };
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
    ["groups.saved", "sixes", false],
    ["section.removed", "monday", true],
    ["grade.saved", "ada", false],
    ["source.revised", "week 1", false],
    ["extension.saved", "somebody's", false],
  ])("%s of %s: %s", (type, subjectId, expected) => {
    expect(concerns(event(type, subjectId), place)).toBe(expected);
  });

  it.each(["extension.saved", "extension.withdrawn"])("%s those in its assignment", (type) => {
    expect(concerns(event(type, "somebody's", { assignmentId: "week 1" }), place)).toBe(true);
    expect(concerns(event(type, "somebody's", { assignmentId: "week 2" }), place)).toBe(false);
  });
});
