import type { Lane } from "@/components/stance/shapes";

export interface StepPath {
  id: string;
  /** Where this student stood at each step. */
  held: readonly Lane[];
}

export interface StepsFrame {
  /** Where the first and the last step stand, in pixels from the left edge. */
  left: number;
  right: number;
  /** Where the lanes begin. */
  top: number;
  steps: number;
}

export interface StepNode {
  step: number;
  lane: Lane;
  count: number;
  x: number;
  /** Its upper edge. */
  y: number;
  height: number;
}

export interface StepLine {
  id: string;
  /** The whole way. */
  path: string;
  /** Only the stretches on which the student went elsewhere; empty for who stayed. */
  moves: string;
}

export interface StepsDrawing {
  height: number;
  /** Each lane's centre, in the order of the lanes. */
  centres: number[];
  /** How thick one student's line is. */
  thick: number;
  nodes: StepNode[];
  lines: StepLine[];
}

/** The height that all lines may take together, and the least and most of one; around them, and of an empty lane. */
const FILL = 280;
const THIN = 1.2;
const THICK = 6;
const AROUND = 18;
const LEAST = 30;

const zeros = (length: number) => Array.from({ length }, () => 0);

/**
 * A line for every student through where they stood, step by step. In each lane they lie in the order in which they
 * come, so that no two cross without need; as the class grows the lines thin and close up into bands.
 */
export function drawSteps(
  lanes: readonly Lane[],
  paths: readonly StepPath[],
  { left, right, top, steps }: StepsFrame,
): StepsDrawing {
  const places = new Map(lanes.map((lane, index) => [lane, index]));
  const students = paths
    .map(({ id, held }) => ({ id, at: held.map((lane) => places.get(lane) ?? -1) }))
    .filter(({ at }) => at.length === steps && !at.includes(-1));

  const counts = Array.from({ length: steps }, () => zeros(lanes.length));
  for (const { at } of students) {
    for (const [step, lane] of at.entries()) {
      const column = counts[step];
      if (column) column[lane] = (column[lane] ?? 0) + 1;
    }
  }
  const most = lanes.map((_, lane) => Math.max(0, ...counts.map((column) => column[lane] ?? 0)));
  const unit = Math.max(THIN, Math.min(THICK, FILL / Math.max(1, sum(most))));
  const heights = most.map((number) => Math.max(LEAST, number * unit + AROUND));
  const centres = heights.map((height, lane) => top + sum(heights.slice(0, lane)) + height / 2);
  const x = (step: number) => left + (step * (right - left)) / Math.max(1, steps - 1);

  const nodes = counts.flatMap((column, step) =>
    column.flatMap((count, lane): StepNode[] => {
      if (count === 0) return [];
      const height = count * unit;
      return [
        { step, lane: lanes[lane] ?? null, count, x: x(step), y: (centres[lane] ?? 0) - height / 2, height },
      ];
    }),
  );

  const heightsOf = new Map<string, number[]>(students.map(({ id }) => [id, []]));
  let order = students.toSorted((one, other) => compare(one.at, other.at));
  for (let step = 0; step < steps; step++) {
    const taken = zeros(lanes.length);
    for (const { id, at } of order) {
      const lane = at[step] ?? 0;
      const start = (centres[lane] ?? 0) - ((counts[step]?.[lane] ?? 0) * unit) / 2;
      heightsOf.get(id)?.push(start + ((taken[lane] ?? 0) + 0.5) * unit);
      taken[lane] = (taken[lane] ?? 0) + 1;
    }
    const heightAt = (id: string) => heightsOf.get(id)?.[step] ?? 0;
    order = order.toSorted((one, other) => heightAt(one.id) - heightAt(other.id));
  }
  const lines = students.map(({ id, at }): StepLine => {
    const ys = heightsOf.get(id) ?? [];
    let path = `M${x(0)} ${ys[0] ?? 0}`;
    let moves = "";
    for (let step = 1; step < steps; step++) {
      const from = `${x(step - 1)} ${ys[step - 1] ?? 0}`;
      const middle = (x(step - 1) + x(step)) / 2;
      const curve = `C${middle} ${ys[step - 1] ?? 0} ${middle} ${ys[step] ?? 0} ${x(step)} ${ys[step] ?? 0}`;
      path += curve;
      if (at[step] !== at[step - 1]) moves += `M${from}${curve}`;
    }
    return { id, path, moves };
  });
  return {
    height: top + sum(heights),
    centres,
    thick: unit > 3 ? unit - 1.2 : unit,
    nodes,
    lines,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** By the first step at which two paths part. */
function compare(one: readonly number[], other: readonly number[]): number {
  for (const [step, lane] of one.entries()) {
    const apart = lane - (other[step] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}
