import { describe, expect, it } from "vitest";
import { pageOf, partsDrawn } from "./use-window";

const room = (from: number, to: number) => ({ from, to, drawn: false });
const drawn = (from: number, to: number) => ({ from, to, drawn: true });

describe("what is drawn of a long table", () => {
  it("is what is in sight, with the room of the rest", () => {
    expect(partsDrawn({ from: 24, to: 60 }, 30, 300)).toEqual([room(0, 24), drawn(24, 60), room(60, 300)]);
    expect(partsDrawn({ from: 0, to: 12 }, 0, 12)).toEqual([drawn(0, 12)]);
    expect(partsDrawn({ from: 0, to: 0 }, 0, 0)).toEqual([]);
  });

  it("is the row of the cursor too, so that the focus is never drawn away", () => {
    expect(partsDrawn({ from: 100, to: 160 }, 0, 300)).toEqual([
      drawn(0, 1),
      room(1, 100),
      drawn(100, 160),
      room(160, 300),
    ]);
    expect(partsDrawn({ from: 0, to: 60 }, 299, 300)).toEqual([drawn(0, 60), room(60, 299), drawn(299, 300)]);
  });

  it("leaves each row in one place", () => {
    for (const cursor of [0, 50, 99, 100, 150, 159, 160, 299]) {
      const parts = partsDrawn({ from: 100, to: 160 }, cursor, 300);
      expect(parts[0]?.from).toBe(0);
      expect(parts.at(-1)?.to).toBe(300);
      for (const [at, part] of parts.entries()) expect(part.from).toBe(parts[at - 1]?.to ?? 0);
    }
  });
});

it("turns by as many rows as the table shows, less some", () => {
  const scroller = { clientHeight: 740 } as HTMLElement;
  const from = (row: number, key: string) => pageOf(scroller, 37, { row, column: 2 }, key, 300);
  expect(from(0, "PageDown")).toEqual({ row: 15, column: 2 });
  expect(from(290, "PageDown")).toEqual({ row: 299, column: 2 });
  expect(from(3, "PageUp")).toEqual({ row: 0, column: 2 });
  expect(from(0, "ArrowDown")).toBeNull();
  expect(pageOf(null, 37, { row: 4, column: 0 }, "PageDown", 300)).toEqual({ row: 5, column: 0 });
});
