import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, mayAmend, mayRebut, rejects, stateOf } from "./steelman";

const verdict = fc.record({ onVersion: fc.integer({ min: 1, max: 4 }), signs: fc.boolean() });
const steelman = fc.record({
  version: fc.integer({ min: 1, max: 4 }),
  rebuttal: fc.constantFrom(null, "But the page says otherwise."),
  verdicts: fc.array(verdict, { maxLength: 6 }),
});

describe("whose case it is", () => {
  it("is held from between two, and rejected only by who has said where they stand", () => {
    expect(holds({ positionId: "a", betweenId: "b" }, "b")).toBe(true);
    expect(rejects({ positionId: "a", betweenId: "b" }, "b")).toBe(false);
    expect(rejects({ positionId: "a", betweenId: null }, "b")).toBe(true);
    expect(rejects({ positionId: null, betweenId: null }, "b")).toBe(true);
    expect(rejects(null, "b")).toBe(false);
    expect(holds(null, "b")).toBe(false);
  });
});

describe("how far a steelman has come", () => {
  it("starts over when its words change", () => {
    const signed = { version: 1, rebuttal: null, verdicts: [{ onVersion: 1, signs: true }] };
    expect(stateOf(signed)).toBe("signed");
    expect(stateOf({ ...signed, version: 2 })).toBe("waiting");
  });

  it("is signed once one who holds it signs, whatever others miss", () => {
    const verdicts = [
      { onVersion: 1, signs: false },
      { onVersion: 1, signs: true },
    ];
    expect(stateOf({ version: 1, rebuttal: null, verdicts })).toBe("signed");
  });

  it("opens the rebuttal to nobody before a signature under these very words", () => {
    fc.assert(
      fc.property(steelman, (each) => {
        const signedNow = each.verdicts.some((one) => one.signs && one.onVersion === each.version);
        expect(mayRebut(each)).toBe(each.rebuttal !== null || signedNow);
        expect(mayAmend(each)).toBe(each.rebuttal === null);
      }),
    );
  });

  it("does not depend on the order of the verdicts", () => {
    fc.assert(
      fc.property(steelman, (each) => {
        expect(stateOf({ ...each, verdicts: each.verdicts.toReversed() })).toBe(stateOf(each));
      }),
    );
  });
});
