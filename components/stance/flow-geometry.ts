import type { Flow, Lane } from "./shapes";

export interface FlowFrame {
  /** From the left edge to the nodes on either side, and where each lane's centre is; null: it is not drawn. */
  left: number;
  right: number;
  centre: (lane: Lane) => number | null;
  /** The height a lane has for itself. */
  row: number;
  /** Where one's own line comes from or goes to, when that lane is not drawn. */
  outside?: number;
}

export interface FlowNode {
  lane: Lane;
  side: "first" | "last";
  /** Null: kept back. */
  count: number | null;
  x: number;
  y: number;
  height: number;
}

export interface FlowBand {
  from: Lane;
  to: Lane;
  count: number;
  /** A closed shape. */
  path: string;
}

export interface FlowDrawing {
  bands: FlowBand[];
  /** Short open ends: some of these go, or come, where it is not told. */
  stubs: { key: string; path: string }[];
  nodes: FlowNode[];
}

const NODE = 4;
const STUB = 22;
/** The most that one person is drawn as, and how much of a lane the largest number may fill. */
const MOST = 6;
const SHARE = 0.72;
const LEAST = 10;

const known = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);

/** Height of one person: from what is published alone, as is everything else here, so no width tells more. */
function unitOf(flow: Flow, row: number): number {
  const columns = flow.lanes.map((_, column) => known(flow.cells.map((cells) => cells[column] ?? null)));
  const largest = Math.max(
    1,
    ...[...flow.rows, ...flow.columns].map((n) => n ?? 0),
    ...flow.cells.map(known),
    ...columns,
  );
  return Math.min(MOST, (row * SHARE) / largest);
}

interface Stack {
  node: FlowNode;
  /** Where the next band goes. */
  next: number;
}

/** A flow as shapes. Lanes without a centre are left out, and what goes to or comes from them ends in a stub. */
export function drawFlow(flow: Flow, { left, right, centre, row }: FlowFrame): FlowDrawing {
  const unit = unitOf(flow, row);
  const stacks = (side: FlowNode["side"]) =>
    flow.lanes.map((lane, at): Stack | null => {
      const middle = centre(lane);
      if (middle === null) return null;
      const count = (side === "first" ? flow.rows : flow.columns)[at] ?? null;
      const cells = side === "first" ? (flow.cells[at] ?? []) : flow.cells.map((cells) => cells[at] ?? null);
      const height = Math.max((count ?? known(cells)) * unit, count === null ? LEAST : 2);
      const y = middle - height / 2;
      return { node: { lane, side, count, x: side === "first" ? left : right, y, height }, next: y };
    });
  const first = stacks("first");
  const last = stacks("last");

  const bands: FlowBand[] = [];
  for (const [from, start] of first.entries()) {
    for (const [to, end] of last.entries()) {
      const count = flow.cells[from]?.[to] ?? 0;
      if (!start || !end || count === 0) continue;
      const thick = count * unit;
      bands.push({
        from: start.node.lane,
        to: end.node.lane,
        count,
        path: bandPath(left + NODE, start.next, right, end.next, thick),
      });
      start.next += thick;
      end.next += thick;
    }
  }
  const stubs = [...first, ...last].flatMap((stack, at) => {
    if (!stack) return [];
    const { node, next } = stack;
    const told = next - node.y;
    const isWhole = node.count !== null && told > node.count * unit - 0.5;
    if (isWhole) return [];
    const y = next + (node.height - told) / 2;
    const outward = node.side === "first" ? left + NODE : right;
    return [{ key: `${at}`, path: `M${outward} ${y}h${node.side === "first" ? STUB : -STUB}` }];
  });
  return { bands, stubs, nodes: [...first, ...last].flatMap((stack) => (stack ? [stack.node] : [])) };
}

function bandPath(x1: number, y1: number, x2: number, y2: number, thick: number): string {
  const middle = (x1 + x2) / 2;
  return (
    `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}V${y2 + thick}` +
    `C${middle} ${y2 + thick} ${middle} ${y1 + thick} ${x1} ${y1 + thick}Z`
  );
}

/** One's own line between two heights, and points on it, evenly apart. */
export function ownLine(x1: number, y1: number, x2: number, y2: number, points: number) {
  const middle = (x1 + x2) / 2;
  const cubic = (t: number, a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return {
    path: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`,
    dots: Array.from({ length: points }, (_, index) => {
      const t = (index + 1) / (points + 1);
      return { x: cubic(t, x1, middle, middle, x2), y: cubic(t, y1, y1, y2, y2) };
    }),
  };
}
