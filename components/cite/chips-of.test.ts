import { describe, expect, it } from "vitest";
import type { Chip } from "@/domain/prompt/citation";
import { chipsOf } from "./chips-of";

const passage = (reading: number, paragraph: number) => ({
  readingId: `r${reading}`,
  paragraphId: `p${reading}.${paragraph}`,
  reading,
  paragraph,
  title: `Reading ${reading}`,
  text: `Paragraph ${paragraph}.`,
});
const passages = [passage(1, 2), passage(1, 3), passage(4, 9)];
/** It was ¶2, until a paragraph was put before it and its words were changed. */
const moved: Chip = {
  ...passage(1, 3),
  position: 0,
  positionId: "charter",
  about: "UN",
  anchor: "changed",
  formerText: "Paragraph two.",
};
const former = { text: "So [[1 ¶2 Charter]].", targets: [moved] };
const targets = (text: string) =>
  chipsOf(text, passages, former).map(({ position, paragraphId }) => [position, paragraphId]);

describe("the chips of what is being written", () => {
  it("are found by their numbers, as far as there is such a passage", () => {
    expect(chipsOf("[[4 ¶9 Spheres]] [[9 ¶9]] [[1 ¶2]]", passages, null)).toMatchObject([
      { position: 0, paragraphId: "p4.9", about: "Spheres", positionId: null, anchor: "sound" },
      { position: 2, paragraphId: "p1.2", about: null },
    ]);
  });

  it("of marks that stand in what is held are those that it has, wherever they stand now", () => {
    expect(chipsOf("First [[4 ¶9]], then [[1 ¶2 Charter]].", passages, former)).toEqual([
      expect.objectContaining({ position: 0, paragraphId: "p4.9" }),
      { ...moved, position: 1 },
    ]);
  });

  it("of the same mark typed again is what has its numbers now", () => {
    expect(targets("[[1 ¶2 Charter]] [[1 ¶2 Charter]]")).toEqual([
      [0, "p1.3"],
      [1, "p1.2"],
    ]);
    expect(targets("[[1 ¶2]]")).toEqual([[0, "p1.2"]]);
  });
});
