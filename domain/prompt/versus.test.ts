import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvidenceRelation, evidenceRelations } from "./contest";
import { overlaps } from "./likeness";
import { type VersusDimension, type VersusPiece, versusOn } from "./versus";

const positions = { a: "charter", b: "spheres" };

const pieces = fc
  .array(
    fc.record({
      positionId: fc.constantFrom("charter", "spheres", "another"),
      dimensionId: fc.constantFrom("consent", "force"),
      relation: fc.constantFrom(...evidenceRelations),
      paragraphId: fc.constantFrom("x", "y"),
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 15 }),
      helpful: fc.nat(5),
    }),
    { maxLength: 30 },
  )
  .map((drawn): VersusPiece[] =>
    drawn.map(({ length, ...piece }, at) => ({ ...piece, id: `e${at}`, end: piece.start + length })),
  );

const shared = (found: VersusDimension<VersusPiece>) => [
  ...found.differ,
  ...evidenceRelations.flatMap((relation) => found.agree[relation]),
];
const placed = (found: VersusDimension<VersusPiece>) => [
  ...shared(found).flatMap(({ a, b }) => [...a, ...b]),
  ...(["a", "b"] as const).flatMap((side) =>
    evidenceRelations.flatMap((relation) => found.only[side][relation]),
  ),
];

const swapped = (found: VersusDimension<VersusPiece>): VersusDimension<VersusPiece> => {
  const turn = <Value>({ a, b }: { a: Value; b: Value }) => ({ a: b, b: a });
  const turned = (relation: EvidenceRelation) => found.agree[relation].map(turn);
  return {
    ...found,
    leans: turn(found.leans),
    agree: {
      supports: turned("supports"),
      qualifies: turned("qualifies"),
      challenges: turned("challenges"),
    },
    differ: found.differ.map(turn),
    only: turn(found.only),
  };
};

describe("two positions against each other", () => {
  it("have every piece of theirs in one place, and no other", () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const theirs = all.filter(
          (piece) => piece.dimensionId === "consent" && piece.positionId !== "another",
        );
        const ids = placed(versusOn("consent", positions, all)).map((piece) => piece.id);
        expect(ids.toSorted()).toEqual(theirs.map((piece) => piece.id).toSorted());
      }),
    );
  });

  it("are the same from either side", () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const there = versusOn("consent", positions, all);
        expect(versusOn("consent", { a: positions.b, b: positions.a }, all)).toEqual(swapped(there));
      }),
    );
  });

  it("do not depend on the order in which pieces come", () => {
    fc.assert(
      fc.property(pieces, (all) => {
        expect(versusOn("consent", positions, all.toReversed())).toEqual(versusOn("consent", positions, all));
      }),
    );
  });

  it("agree where the same words do the same, and differ where they do the opposite", () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const found = versusOn("consent", positions, all);
        for (const relation of evidenceRelations) {
          for (const { a, b } of found.agree[relation]) {
            expect([...a, ...b].every((piece) => piece.relation === relation)).toBe(true);
            expect(a.every((one) => b.some((other) => overlaps(one, other)))).toBe(true);
          }
        }
        const alone = placed({
          ...found,
          differ: [],
          agree: { supports: [], qualifies: [], challenges: [] },
        });
        for (const one of alone.filter((piece) => piece.positionId === positions.a)) {
          for (const other of alone.filter((piece) => piece.positionId === positions.b)) {
            expect(overlaps(one, other) && one.relation === other.relation).toBe(false);
          }
        }
      }),
    );
  });

  it("stand apart where what takes a side points opposite ways", () => {
    const piece = (id: string, positionId: string, relation: EvidenceRelation): VersusPiece => ({
      id,
      positionId,
      relation,
      dimensionId: "consent",
      paragraphId: id,
      start: 0,
      end: 9,
      helpful: 0,
    });
    const all = [
      piece("1", "charter", "supports"),
      piece("2", "spheres", "challenges"),
      piece("3", "spheres", "qualifies"),
    ];
    expect(versusOn("consent", positions, all)).toMatchObject({
      leans: { a: "for", b: "against" },
      apart: true,
      differ: [],
    });
    const both = [
      { ...piece("1", "charter", "supports") },
      { ...piece("2", "spheres", "challenges"), paragraphId: "1" },
    ];
    expect(versusOn("consent", positions, both).differ).toMatchObject([
      { a: [{ id: "1" }], b: [{ id: "2" }] },
    ]);
    expect(versusOn("force", positions, all)).toMatchObject({
      leans: { a: "none", b: "none" },
      apart: false,
    });
  });
});
