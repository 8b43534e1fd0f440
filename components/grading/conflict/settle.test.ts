import fc from "fast-check";
import { expect, it } from "vitest";
import { type DeskDraft, draftOf, type SavedGrade } from "@/components/grading/desk/desk-draft";
import { MAX_FEEDBACK } from "@/domain/grading/grade";
import { allOf, type Choice, joined, linesBetween, openLines, settled } from "./settle";

const theirs: SavedGrade = {
  id: "g",
  version: 3,
  points: null,
  feedback: "Good questions.",
  marks: { argument: "three", conversation: "four" },
  standing: "graded",
  participation: "8.3",
  participationSuggested: "8.3",
  participationWhy: "",
  kept: "90",
  remarks: { c1: { kind: "comment", body: "Yes." } },
};
const mine: DeskDraft = {
  ...draftOf(null, "mine"),
  feedback: "Your doubt is the best thing.",
  marks: { argument: "four", reading: "five" },
  remarks: { c2: { kind: "response", body: "Say more." } },
};

it("shows every line that differs, and nothing else", () => {
  expect(linesBetween(mine, theirs).map((line) => line.key)).toEqual([
    "mark:argument",
    "mark:reading",
    "mark:conversation",
    "kept",
    "participation",
    "feedback",
    "remark:c2",
    "remark:c1",
  ]);
  expect(linesBetween(draftOf(theirs, "x"), theirs)).toEqual([]);
});

it("shows no line whose difference is not kept", () => {
  const typed = { ...draftOf(theirs, "x"), feedback: "Good questions. \n", participation: "8,30" };
  expect(linesBetween(typed, theirs)).toEqual([]);
});

it("joins no texts that would be too long together", () => {
  const long = { ...mine, feedback: "a".repeat(MAX_FEEDBACK - 10) };
  const lines = linesBetween(long, theirs);
  expect(allOf(lines, "both", allOf(lines, "mine")).feedback).toBe("mine");
  expect(allOf(linesBetween(mine, theirs), "both").feedback).toBe("both");
});

it("is not settled before each line is", () => {
  const lines = linesBetween(mine, theirs);
  const { feedback: _, ...rest } = allOf(lines, "mine");
  expect(settled(mine, theirs, rest)).toBeNull();
  expect(openLines(lines, rest).map((line) => line.key)).toEqual(["feedback"]);
});

it("takes all of one side as that side said it, on the version that was saved", () => {
  const lines = linesBetween(mine, theirs);
  expect(settled(mine, theirs, allOf(lines, "theirs"))).toEqual(draftOf(theirs, "g"));
  expect(settled(mine, theirs, allOf(lines, "mine"))).toEqual({ ...mine, id: "g", version: 3 });
});

it("joins texts, and leaves the rest as it was chosen", () => {
  const lines = linesBetween(mine, theirs);
  const both = allOf(lines, "both", allOf(lines, "theirs"));
  const draft = settled(mine, theirs, both);
  expect(draft?.feedback).toBe("Good questions.\n\nYour doubt is the best thing.");
  expect(draft?.marks).toEqual(theirs.marks);
  expect(Object.keys(draft?.remarks ?? {}).sort()).toEqual(["c1", "c2"]);
  expect(allOf(lines, "both")).toEqual({ feedback: "both", "remark:c1": "both", "remark:c2": "both" });
});

it("never loses a word when texts are joined", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const both = joined(one, other);
      expect(both).toContain(one.trim());
      expect(both).toContain(other.trim());
    }),
  );
});

it("says on each line what was chosen for it", () => {
  const choice = fc.constantFrom<Choice>("mine", "theirs");
  const lines = linesBetween(mine, theirs);
  fc.assert(
    fc.property(fc.array(choice, { minLength: lines.length, maxLength: lines.length }), (chosen) => {
      const choices = Object.fromEntries(lines.map((line, at) => [line.key, chosen[at] ?? "mine"]));
      const draft = settled(mine, theirs, choices);
      const left = draft ? linesBetween(draft, theirs).map((line) => line.key) : null;
      expect(left).toEqual(
        linesBetween(mine, theirs)
          .filter((line) => choices[line.key] === "mine")
          .map((line) => line.key),
      );
    }),
  );
});
