import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceRelations } from "./contest";
import type { MatrixPiece } from "./evidence";
import { cellKey, countedPieces, type MatrixFilter, matrixFigures, matrixScopes } from "./matrix";

const frame = {
  positions: [{ id: "p0" }, { id: "p1" }, { id: "p2" }],
  dimensions: [{ id: "d0" }, { id: "d1" }],
};
const everything: MatrixFilter = {
  scope: "class",
  groupId: null,
  readingId: null,
  by: null,
  without: [],
  toCheck: false,
};

const filters = fc.record({
  scope: fc.constantFrom(...matrixScopes),
  groupId: fc.option(fc.constantFrom("g0", "g1")),
  readingId: fc.option(fc.constantFrom("r0", "r1")),
  by: fc.option(fc.constantFrom("v0", "v1", "v2")),
  without: fc.subarray([...evidenceRelations]),
  toCheck: fc.boolean(),
});

/** Pieces as the server lists them: those merged stand in their head's cell and do the same as it. */
const classes = fc
  .array(
    fc.record({
      // "p9" was taken out of the frame.
      positionId: fc.option(fc.constantFrom("p0", "p1", "p2", "p9")),
      dimensionId: fc.option(fc.constantFrom("d0", "d1")),
      relation: fc.constantFrom(...evidenceRelations),
      readingId: fc.constantFrom("r0", "r1"),
      by: fc.constantFrom("v0", "v1", "v2"),
      groupId: fc.option(fc.constantFrom("g0", "g1")),
      near: fc.boolean(),
      mine: fc.boolean(),
      filed: fc.boolean(),
      changed: fc.boolean(),
      under: fc.option(fc.nat(20)),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => {
    const pieces: MatrixPiece[] = [];
    for (const [at, { under, ...piece }] of drawn.entries()) {
      const head = under === null ? undefined : pieces[under];
      const isWhole = piece.positionId !== null && piece.dimensionId !== null;
      const own = { ...piece, near: piece.near || piece.mine, filed: piece.filed && isWhole, id: `e${at}` };
      if (head?.filed && head.head === null) {
        const { positionId, dimensionId, relation } = head;
        pieces.push({ ...own, positionId, dimensionId, relation, filed: true, merged: true, head: head.id });
      } else pieces.push({ ...own, merged: false, head: null });
    }
    return pieces;
  });

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

describe("the figures of a matrix", () => {
  it("add up: cells, rows, columns, relations and the total", () => {
    fc.assert(
      fc.property(classes, filters, (pieces, filter) => {
        const { cells, byPosition, byDimension, total } = matrixFigures(frame, pieces, filter);
        expect(cells.size).toBe(frame.positions.length * frame.dimensions.length);
        expect(sum(byPosition.values())).toBe(total);
        expect(sum(byDimension.values())).toBe(total);
        for (const cell of cells.values()) expect(sum(Object.values(cell.tally))).toBe(cell.counted.size);
        for (const { id } of frame.positions) {
          const row = [...cells.values()].filter((cell) => cell.positionId === id);
          expect(sum(row.map((cell) => cell.counted.size))).toBe(byPosition.get(id));
        }
      }),
    );
  });

  it("never count two that say the same", () => {
    fc.assert(
      fc.property(classes, filters, (pieces, filter) => {
        const heads = countedPieces(pieces, filter).map((piece) => piece.head ?? piece.id);
        expect(new Set(heads).size).toBe(heads.length);
      }),
    );
  });

  it("never grow when more is left out", () => {
    fc.assert(
      fc.property(classes, filters, filters, (pieces, filter, more) => {
        const narrower = {
          ...filter,
          readingId: filter.readingId ?? more.readingId,
          by: filter.by ?? more.by,
          without: [...filter.without, ...more.without],
          toCheck: filter.toCheck || more.toCheck,
        };
        const wide = matrixFigures(frame, pieces, filter);
        const narrow = matrixFigures(frame, pieces, narrower);
        for (const [key, cell] of narrow.cells) {
          expect(cell.counted.size).toBeLessThanOrEqual(wide.cells.get(key)?.counted.size ?? 0);
        }
      }),
    );
  });

  it("of the class and of a group leave drafts out; one's own has them, and no group has more than the class", () => {
    fc.assert(
      fc.property(classes, filters, (pieces, drawn) => {
        const of = (scope: MatrixFilter["scope"]) => countedPieces(pieces, { ...drawn, scope });
        expect(of("class").every((piece) => piece.filed)).toBe(true);
        expect(of("group").every((piece) => piece.filed)).toBe(true);
        expect(of("group").length).toBeLessThanOrEqual(of("class").length);
        const drafts = pieces.filter((piece) => piece.mine && !piece.filed);
        const mine = countedPieces(pieces, { ...everything, scope: "mine" });
        expect(mine).toEqual(expect.arrayContaining(drafts));
        expect(mine.every((piece) => piece.mine)).toBe(true);
      }),
    );
  });

  it("counts what is merged where its head is left out", () => {
    const piece = (id: string, readingId: string, head: string | null): MatrixPiece => ({
      id,
      positionId: "p0",
      dimensionId: "d0",
      relation: "supports",
      readingId,
      by: "v0",
      groupId: null,
      near: false,
      mine: false,
      filed: true,
      changed: false,
      merged: head !== null,
      head,
    });
    const pieces = [piece("a", "r0", null), piece("b", "r1", "a"), piece("c", "r1", "a")];
    const counted = (filter: Partial<MatrixFilter>) => {
      const { cells } = matrixFigures(frame, pieces, { ...everything, ...filter });
      return [...(cells.get(cellKey("p0", "d0"))?.counted ?? [])];
    };
    expect(counted({})).toEqual(["a"]);
    expect(counted({ readingId: "r1" })).toEqual(["b"]);
    expect(counted({ scope: "mine" })).toEqual([]);
  });
});
