import fc from "fast-check";
import { expect, it } from "vitest";
import { layMargin, type Wish } from "./margin";

const wishes = fc
  .array(fc.record({ top: fc.nat(5000), height: fc.integer({ min: 20, max: 400 }) }), { maxLength: 40 })
  .map((cards) =>
    cards.toSorted((a, b) => a.top - b.top).map((card, index): Wish => ({ id: `${index}`, ...card })),
  );

it("lets each card stand at its line when there is room", () => {
  const cards = [
    { id: "a", top: 10, height: 50 },
    { id: "b", top: 200, height: 50 },
  ];
  expect([...layMargin(cards, null, 8, 0)]).toEqual([
    ["a", 10],
    ["b", 200],
  ]);
});

it("keeps the held card at its line and moves what is above it up", () => {
  const cards = [
    { id: "a", top: 180, height: 100 },
    { id: "b", top: 200, height: 100 },
    { id: "c", top: 210, height: 100 },
  ];
  const places = layMargin(cards, "b", 10, 0);
  expect(places.get("b")).toBe(200);
  expect(places.get("a")).toBe(90);
  expect(places.get("c")).toBe(310);
});

it("never lets two cards overlap, whatever is held, and never begins above the top", () => {
  fc.assert(
    fc.property(wishes, fc.nat(40), (cards, held) => {
      const places = layMargin(cards, `${held}`, 8, 44);
      let below = 44;
      for (const card of cards) {
        const place = places.get(card.id);
        expect(place).toBeGreaterThanOrEqual(below);
        below = (place ?? 0) + card.height + 8;
      }
    }),
  );
});
