import { describe, expect, it } from "vitest";
import type { MatrixPiece } from "@/domain/prompt/evidence";
import { cellKey } from "@/domain/prompt/matrix";
import { figuresOf, nextCell, nextContested, readingToTry } from "./figures";
import { readView } from "./view";

const positions = [{ id: "p1" }, { id: "p2" }];
const dimensions = [{ id: "d1" }, { id: "d2" }];
const view = (query = "") => readView(new URLSearchParams(query));

let made = 0;
const piece = (change: Partial<MatrixPiece> = {}): MatrixPiece => ({
  id: `e${made++}`,
  positionId: "p1",
  dimensionId: "d1",
  relation: "supports",
  readingId: "r1",
  by: "ada",
  groupId: "g1",
  near: true,
  mine: false,
  filed: true,
  merged: false,
  head: null,
  changed: false,
  ...change,
});
const figures = (pieces: MatrixPiece[], query = "") =>
  figuresOf({ positions, dimensions, pieces }, view(query));

describe("the figures of the matrix", () => {
  it("leaves out relations, readings and people, and says how many remain", () => {
    const all = [piece(), piece({ relation: "challenges" }), piece({ readingId: "r2", by: "liming" })];
    expect(figures(all, "without=challenges")).toMatchObject({ shown: 2, total: 3 });
    expect(figures(all, "reading=r2").shown).toBe(1);
    expect(figures(all, "by=ada").shown).toBe(2);
    expect(figures([piece({ changed: true }), piece()], "show=check")).toMatchObject({
      shown: 1,
      toCheck: 1,
    });
  });
});

describe("going from cell to cell", () => {
  const split = [piece(), piece({ relation: "challenges" })];
  const lesser = Array.from({ length: 4 }, () => piece({ positionId: "p2", dimensionId: "d2" }));
  const { cells } = figures([
    ...split,
    ...lesser,
    piece({ positionId: "p2", dimensionId: "d2", relation: "challenges" }),
  ]);

  it("goes through the contested ones from the most contested, and round again", () => {
    expect(nextContested(cells, null)).toBe(cellKey("p1", "d1"));
    expect(nextContested(cells, cellKey("p1", "d1"))).toBe(cellKey("p2", "d2"));
    expect(nextContested(cells, cellKey("p2", "d2"))).toBe(cellKey("p1", "d1"));
    expect(nextContested(figures([]).cells, null)).toBeNull();
  });

  it("goes to the next empty one in the order of reading, and round again", () => {
    const isEmpty = (each: { counted: ReadonlySet<string> }) => each.counted.size === 0;
    expect(nextCell(cells, cellKey("p1", "d1"), isEmpty)).toBe(cellKey("p1", "d2"));
    expect(nextCell(cells, cellKey("p2", "d1"), isEmpty)).toBe(cellKey("p1", "d2"));
    expect(nextCell(cells, cellKey("p2", "d1"), isEmpty, true)).toBe(cellKey("p1", "d2"));
  });
});

describe("where to look", () => {
  const frame = (all: MatrixPiece[]) => ({ positions, dimensions, pieces: all });

  it("is the one reading that served others and this position least", () => {
    const all = [piece(), piece({ readingId: "r2", positionId: "p2" })];
    expect(readingToTry(frame(all), "p1")).toBe("r2");
    expect(readingToTry(frame(all), "p2")).toBe("r1");
  });

  it("is nowhere while nothing tells one reading from another", () => {
    expect(readingToTry(frame([piece()]), "p1")).toBeNull();
    expect(readingToTry(frame([piece(), piece({ readingId: "r2" })]), "p1")).toBeNull();
  });
});
