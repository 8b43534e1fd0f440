import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedOut } from "./queue-shares";

const classOf = fc
  .array(fc.constantFrom(null, "A", "B", "C"), { maxLength: 40 })
  .map((groups) => groups.map((group, at) => ({ id: `s${at}`, group })));
const graders = fc
  .integer({ min: 1, max: 6 })
  .map((count) => Array.from({ length: count }, (_, n) => `g${n}`));

describe("sharing out", () => {
  it("gives every student to exactly one of the graders", () => {
    fc.assert(
      fc.property(
        classOf,
        graders,
        fc.constantFrom("group" as const, "name" as const),
        (students, ids, by) => {
          const shares = sharedOut(students, ids, by);
          expect(shares.map((share) => share.studentId).sort()).toEqual(students.map(({ id }) => id).sort());
          expect(shares.every((share) => ids.includes(share.graderId))).toBe(true);
        },
      ),
    );
  });

  it("by name gives stretches of the queue that differ by one at most", () => {
    fc.assert(
      fc.property(classOf, graders, (students, ids) => {
        const shares = sharedOut(students, ids, "name");
        const counts = ids.map((id) => shares.filter((share) => share.graderId === id).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        const order = shares.map((share) => ids.indexOf(share.graderId));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }),
    );
  });

  it("by group leaves each group whole", () => {
    fc.assert(
      fc.property(classOf, graders, (students, ids) => {
        const graderOf = new Map(
          sharedOut(students, ids, "group").map((one) => [one.studentId, one.graderId]),
        );
        for (const group of [null, "A", "B", "C"]) {
          const of = students.filter((student) => student.group === group);
          expect(new Set(of.map((student) => graderOf.get(student.id))).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
