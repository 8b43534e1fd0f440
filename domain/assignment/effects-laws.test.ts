import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssignmentDraft } from "./assignment";
import { effectOn, touchesDigest } from "./effect";
import type { Effect } from "./effect-shape";
import { effectsOf } from "./effects";
import { day, draft, extension, held, id, now, prompt, student } from "./testing/facts";

const someone = fc.record({
  name: fc.constantFrom("Ada", "Bo", "Cy"),
  extension: fc.option(fc.integer({ min: -5, max: 9 }).map((due) => extension(due))),
  comments: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
  notes: fc.integer({ min: 0, max: 1 }),
  read: fc.subarray([id(10)]),
  begun: fc.subarray([prompt.id]),
  posted: fc.subarray([prompt.id]),
  evidence: fc.integer({ min: 0, max: 1 }),
  handedInAt: fc.option(fc.integer({ min: -5, max: 9 }).map(day)),
  grade: fc.constantFrom("none" as const, "draft" as const, "released" as const),
});
const anyStudents = fc
  .array(someone, { maxLength: 6 })
  .map((all) => all.map((facts, at) => ({ ...facts, id: id(500 + at) })));
const anyChange = fc.record(
  {
    opensAt: fc.integer({ min: -6, max: 0 }).map(day),
    dueAt: fc.integer({ min: 0, max: 4 }).map(day),
    closesAt: fc.integer({ min: 4, max: 9 }).map(day),
    visibility: fc.constantFrom("open" as const, "postFirst" as const, "closedUntilDue" as const),
    postFirst: fc.integer({ min: 0, max: 3 }),
    postFirstWords: fc.integer({ min: 0, max: 10 }),
    names: fc.constantFrom("named" as const, "pseudonyms" as const),
    blind: fc.boolean(),
    privateNotes: fc.boolean(),
    points: fc.constantFrom("20", "25"),
    weight: fc.constantFrom("1", "2"),
    groupSetId: fc.constantFrom(id(40), null),
    readings: fc.subarray(draft.readings),
    prompts: fc.constantFrom<AssignmentDraft["prompts"]>(
      [],
      [prompt],
      [{ ...prompt, postFirst: true, pseudonyms: true, wordsMin: 9 }],
    ),
  },
  { requiredKeys: [] },
);

describe("any change", () => {
  test("back and forth opens to as many what it closed to them", () => {
    fc.assert(
      fc.property(anyStudents, anyChange, (students, change) => {
        const changed = { ...draft, ...change };
        const there = effectsOf({ held, draft: changed, students, now });
        const as = { ...held, ...changed, readings: held.readings };
        const back = effectsOf({ held: as, draft, students, now });
        const sight = (effects: Effect[], what: string) =>
          effects
            .filter((effect) => effect.what === what && effect.subject === null)
            .map(({ touches }) => touches);
        expect(sight(back, "sight-opens")).toEqual(sight(there, "sight-closes"));
        expect(sight(back, "sight-closes")).toEqual(sight(there, "sight-opens"));
      }),
    );
  });

  test("says what is serious first, names no more than it touches, and nothing that is as it was", () => {
    fc.assert(
      fc.property(anyStudents, anyChange, (students, change) => {
        const effects = effectsOf({ held, draft: { ...draft, ...change }, students, now });
        const flags = effects.map(({ serious }) => serious);
        expect(flags).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)));
        for (const { serious, touches, names, released: seen, from, to } of effects) {
          expect(names.length).toBeLessThanOrEqual(touches);
          expect(seen).toBeLessThanOrEqual(touches);
          if (serious) expect(touches).toBeGreaterThan(0);
          if (from !== null) expect(from).not.toBe(to);
        }
        expect(effectsOf({ held, draft, students, now })).toEqual([]);
      }),
    );
  });

  test("has one digest in any order, and another for other effects", () => {
    fc.assert(
      fc.property(anyStudents, anyChange, (students, change) => {
        const effects = effectsOf({ held, draft: { ...draft, ...change }, students, now });
        const digest = touchesDigest(effects);
        expect(touchesDigest(effects.toReversed())).toBe(digest);
        expect(digest === null).toBe(effects.every(({ serious }) => !serious));
        expect(touchesDigest(effects.filter(({ serious }) => serious))).toBe(digest);
        const one = effectOn([student("Zed")], { field: "points", what: "regraded", serious: true });
        expect(touchesDigest([...effects, one])).not.toBe(digest);
      }),
    );
  });
});
