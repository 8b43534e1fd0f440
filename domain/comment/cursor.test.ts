import fc from "fast-check";
import { expect, it } from "vitest";
import { formatCursor, laterCursor, parseCursor } from "./cursor";

const a = "01890a5d-ac96-774b-bcce-b302099a8057";
const b = "01890a5d-ac96-774b-bcce-b302099a8058";
const cursors = fc
  .array(fc.tuple(fc.uuid(), fc.nat({ max: 999_999_999 })), { maxLength: 8 })
  .map((entries) => new Map(entries));

it("travels as text and comes back the same", () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
    }),
  );
  expect(formatCursor(new Map())).toBe("");
  expect(parseCursor("")).toEqual(new Map());
});

it("leaves out what is not well formed, and keeps the rest", () => {
  const text = `nonsense,${a}:,${a}:-1,${b}:12345678901, ${a}:7 ,:3,${b}:1x`;
  expect(parseCursor(text)).toEqual(new Map([[a, 7]]));
});

it("goes to the further of two in each room, in whatever order", () => {
  expect(
    laterCursor(
      new Map([[a, 3]]),
      new Map([
        [a, 2],
        [b, 0],
      ]),
    ),
  ).toEqual(
    new Map([
      [a, 3],
      [b, 0],
    ]),
  );
  fc.assert(
    fc.property(cursors, cursors, (one, other) => {
      const later = laterCursor(one, other);
      expect(laterCursor(other, one)).toEqual(later);
      expect(laterCursor(later, one)).toEqual(later);
    }),
  );
});
