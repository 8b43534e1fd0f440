import type { PositionView, StanceView } from "./shapes";

export interface TrackLane {
  /** Null: none of them. */
  id: string | null;
  short: string | null;
}

/** A little less than half of the way: so a place between two is never a third one's. */
const BETWEEN = 0.45;

/** The positions, those of the path that are no longer in the frame, and, where the path has been there, none. */
export function lanesOf(
  positions: readonly Pick<PositionView, "id" | "short">[],
  path: readonly StanceView[],
): TrackLane[] {
  const lanes = new Map<string, TrackLane>(positions.map(({ id, short }) => [id, { id, short }]));
  for (const { stand, between } of path)
    for (const each of [stand, between]) if (each && !lanes.has(each.id)) lanes.set(each.id, each);
  const hasNone = path.some(({ positionId }) => positionId === null);
  return [...lanes.values(), ...(hasNone ? [{ id: null, short: null }] : [])];
}

export interface TrackPoint {
  stance: StanceView;
  /** In lanes from the top; between two of them for who stands between two. */
  at: number;
  /** The two lanes it lies between, the first-named first. */
  ends: [number, number] | null;
}

export function trackPoints(lanes: readonly TrackLane[], path: readonly StanceView[]): TrackPoint[] {
  const laneOf = (id: string | null) => lanes.findIndex((lane) => lane.id === id);
  return path.map((stance) => {
    const first = laneOf(stance.positionId);
    if (stance.betweenId === null) return { stance, at: first, ends: null };
    const second = laneOf(stance.betweenId);
    return { stance, at: first + (second - first) * BETWEEN, ends: [first, second] };
  });
}
