import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceRelations } from "@/domain/prompt/contest";
import { matrixScopes } from "@/domain/prompt/matrix";
import { emphases, type MatrixView, readView, toggleRelation, UNPLACED, writeView } from "./view";

const views: fc.Arbitrary<MatrixView> = fc
  .record({
    scope: fc.constantFrom(...matrixScopes),
    groupId: fc.option(fc.uuid()),
    readingId: fc.option(fc.uuid()),
    by: fc.option(fc.uuid()),
    without: fc.subarray([...evidenceRelations], { maxLength: 2 }),
    show: fc.option(fc.constantFrom(...emphases)),
    cell: fc.option(
      fc.oneof(
        fc.tuple(fc.uuid(), fc.uuid()).map(([a, b]) => `${a}.${b}`),
        fc.constant(UNPLACED),
      ),
    ),
  })
  .map((view) => ({ ...view, groupId: view.scope === "group" ? view.groupId : null }));

describe("what is looked at", () => {
  it("comes back from its address", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
      }),
    );
  });

  it("is the whole matrix where the address says nothing, or nothing that makes sense", () => {
    const whole = readView(new URLSearchParams());
    expect(writeView(whole)).toBe("");
    const odd = "scope=world&show=me&cell=1.2&without=supports,qualifies,challenges";
    expect(readView(new URLSearchParams(odd))).toEqual(whole);
  });

  it("never leaves out every relation", () => {
    expect(toggleRelation([], "supports")).toEqual(["supports"]);
    expect(toggleRelation(["supports"], "supports")).toEqual([]);
    expect(toggleRelation(["supports", "qualifies"], "challenges")).toEqual([]);
  });
});
