import { describe, expect, it } from "vitest";
import { newEvidence } from "@/domain/prompt/evidence";
import { type Content, type Gathering, missingOf, takenBack, writeOf } from "./gathering";

const id = "0190a0a0-0000-7000-8000-000000000001";
const other = "0190a0a0-0000-7000-8000-000000000002";
const place = {
  readingId: other,
  paragraphId: other,
  number: 4,
  passage: { start: 0, end: 2, quote: "On" },
  cut: false,
};
const blank: Content = { claim: "", relation: "supports", positionId: null, dimensionId: null };
const whole: Content = { ...blank, claim: "It binds.", positionId: other, dimensionId: id };
const made = (content: Content, kept: Content | null): Gathering => ({
  place,
  piece: { id, version: 1, content, made: kept !== null, kept, newer: null },
});

describe("evidence being gathered", () => {
  it("is recorded without a claim or a place, as the server takes it", () => {
    const write = writeOf(made(blank, null), false);
    expect(write).toMatchObject({ kind: "record", evidence: { id, claim: "", file: false } });
    expect(newEvidence.safeParse(write?.kind === "record" && write.evidence).success).toBe(true);
  });

  it("says what is missing before it can be filed", () => {
    expect(missingOf(blank)).toEqual(["claim", "position", "dimension"]);
    expect(missingOf({ ...whole, claim: "  " })).toEqual(["claim"]);
    expect(missingOf(whole)).toEqual([]);
  });

  it("is saved only where something changed, and filed in any case", () => {
    expect(writeOf(made(blank, blank), false)).toBeNull();
    expect(writeOf(made(whole, blank), false)).toMatchObject({ kind: "saveEvidence", save: { file: false } });
    expect(writeOf(made(whole, whole), true)).toMatchObject({ kind: "saveEvidence", save: { file: true } });
  });

  it("comes back from the outbox to be recorded anew, or saved on what stands now", () => {
    const evidence = { id, ...place, ...whole, file: true };
    const back = takenBack({ kind: "record", evidence }, null, { place, freshId: other });
    expect(back && writeOf(back, true)).toMatchObject({ kind: "record", evidence: { id: other } });
    const save = { id, version: 1, ...whole, file: true };
    const stale = takenBack(
      { kind: "saveEvidence", save },
      { version: 3, text: "Not so." },
      { place, freshId: other },
    );
    expect(stale && writeOf(stale, true)).toMatchObject({ kind: "saveEvidence", save: { id, version: 3 } });
    expect(stale?.piece?.newer).toBe("Not so.");
  });
});
