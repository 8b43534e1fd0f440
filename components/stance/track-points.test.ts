import { describe, expect, it } from "vitest";
import type { StanceView } from "./shapes";
import { lanesOf, trackPoints } from "./track-points";

const position = (id: string) => ({ id, short: id, name: `The ${id} order` });
const frame = ["a", "b", "c", "d", "e", "f", "g", "h"].map(position);

const stance = (first: string | null, second: string | null = null): StanceView => ({
  id: `${first} ${second}`,
  moment: "before",
  readingId: null,
  positionId: first,
  betweenId: second,
  stand: first ? position(first) : null,
  between: second ? position(second) : null,
  confidence: 3,
  why: "",
  movedBy: null,
  at: new Date("2026-03-10T12:00:00Z"),
});

describe("a path, drawn", () => {
  it("has a lane for each position, for one taken out of the frame since, and for none where it was used", () => {
    expect(lanesOf(frame.slice(0, 2), [stance("a")]).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(lanesOf(frame.slice(0, 2), [stance("z"), stance(null)]).map(({ id }) => id)).toEqual([
      "a",
      "b",
      "z",
      null,
    ]);
  });

  it("puts who stands between two where no third position is", () => {
    const lanes = lanesOf(frame, []);
    for (const one of frame) {
      for (const other of frame) {
        if (one === other) continue;
        const [point] = trackPoints(lanes, [stance(one.id, other.id)]);
        const [from = 0, to = 0] = point?.ends ?? [];
        expect([lanes[from]?.id, lanes[to]?.id]).toEqual([one.id, other.id]);
        expect(Number.isInteger(point?.at)).toBe(false);
        expect(point?.at).toBeGreaterThan(Math.min(from, to));
        expect(point?.at).toBeLessThan(Math.max(from, to));
      }
    }
  });
});
