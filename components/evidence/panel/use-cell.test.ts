import { describe, expect, it } from "vitest";
import type { EvidenceView, MergedPiece } from "@/domain/prompt/evidence";
import { inOrder, isCounted } from "./use-cell";

const piece = (change: Partial<EvidenceView>): EvidenceView => ({
  id: "a",
  version: 1,
  positionId: "p",
  dimensionId: "d",
  relation: "supports",
  claim: "It holds.",
  quote: "words",
  author: { key: "k", name: "Ada", role: "student" },
  mine: false,
  filed: true,
  createdAt: new Date(0),
  editedAt: null,
  readingId: "r",
  reading: 1,
  title: "One",
  paragraphId: "x",
  paragraph: 1,
  start: 0,
  end: 5,
  anchor: "sound",
  formerText: null,
  currentText: null,
  helpful: { count: 0, mine: false },
  notes: 0,
  merged: [],
  can: { edit: false, delete: false, discuss: false, helpful: false, merge: false, check: false },
  ...change,
});
const ids = (pieces: EvidenceView[]) => pieces.map(({ id }) => id);

describe("the order of a cell's cards", () => {
  const first = piece({ id: "1", reading: 2, paragraph: 9, createdAt: new Date(1) });
  const second = piece({ id: "2", reading: 1, paragraph: 9, start: 7, createdAt: new Date(3) });
  const third = piece({ id: "3", reading: 1, paragraph: 9, start: 2, createdAt: new Date(2) });

  it("is as they came, by time, or by where they stand in the readings", () => {
    const all = [first, second, third];
    expect(ids(inOrder(all, "helpful"))).toEqual(["1", "2", "3"]);
    expect(ids(inOrder(all, "newest"))).toEqual(["2", "3", "1"]);
    expect(ids(inOrder(all, "reading"))).toEqual(["3", "2", "1"]);
  });

  it("shows a card for the sake of one that is folded in it", () => {
    const under = { id: "m" } as MergedPiece;
    const head = piece({ id: "h", merged: [under] });
    expect(isCounted(head, new Set(["m"]))).toBe(true);
    expect(isCounted(head, new Set(["x"]))).toBe(false);
  });
});
