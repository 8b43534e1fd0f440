import { describe, expect, it } from "vitest";
import { drawFlow, ownLine } from "./flow-geometry";

const frame = {
  left: 20,
  right: 180,
  row: 100,
  centre: (lane: string | null) => ({ a: 50, b: 150 })[lane ?? ""] ?? null,
};

describe("the flow, drawn", () => {
  it("gives each published number its height, and lets bands leave and arrive within their nodes", () => {
    const flow = {
      lanes: ["a", "b"],
      cells: [
        [6, 5],
        [0, 8],
      ],
      rows: [11, 8],
      columns: [6, 13],
      total: 19,
    };
    const { bands, nodes, stubs } = drawFlow(flow, frame);
    expect(bands.map(({ from, to, count }) => [from, to, count])).toEqual([
      ["a", "a", 6],
      ["a", "b", 5],
      ["b", "b", 8],
    ]);
    const unit = (nodes[0]?.height ?? 0) / 11;
    expect(nodes.map(({ height }) => Math.round(height / unit))).toEqual([11, 8, 6, 13]);
    expect(Math.max(...nodes.map(({ height }) => height))).toBeLessThanOrEqual(72.001);
    expect(stubs).toEqual([]);
  });

  it("draws what is kept back alike, however large it is", () => {
    const flow = {
      lanes: ["a", "b"],
      cells: [
        [null, null],
        [null, null],
      ],
      rows: [null, 9],
      columns: [null, null],
      total: 12,
    };
    const { bands, nodes, stubs } = drawFlow(flow, frame);
    expect(bands).toEqual([]);
    const [hidden, shown, ...last] = nodes;
    expect(new Set([hidden, ...last].map((node) => node?.height)).size).toBe(1);
    expect(shown?.height).toBe(54);
    expect(stubs).toHaveLength(4);
  });

  it("leaves out what has no place, and ends what goes there in a stub", () => {
    const flow = {
      lanes: ["a", "b", null],
      cells: [
        [4, 0, 3],
        [0, 0, 0],
        [0, 0, 0],
      ],
      rows: [7, 0, 0],
      columns: [4, 0, 3],
      total: 7,
    };
    const { bands, nodes, stubs } = drawFlow(flow, frame);
    expect(bands).toHaveLength(1);
    expect(nodes.map(({ lane }) => lane)).toEqual(["a", "b", "a", "b"]);
    expect(stubs.map(({ key }) => key)).toContain("0");
  });

  it("puts the points of one's own line on it, in their order", () => {
    const { path, dots } = ownLine(0, 0, 100, 50, 2);
    expect(path).toBe("M0 0C50 0 50 50 100 50");
    expect(dots.map(({ x }) => x)).toEqual([...dots.map(({ x }) => x)].sort((one, other) => one - other));
    expect((dots[0]?.y ?? 0) + (dots[1]?.y ?? 0)).toBeCloseTo(50);
  });
});
