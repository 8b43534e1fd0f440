import { passagesOf } from "@/components/stance/moved-line";
import type { Lane, MovingPassage, StanceView } from "@/components/stance/shapes";
import type { Journey, ReadingName } from "./shapes";

/** A moment that a whole class passes: each student's first word, every reading, the discussion, and now. */
export type Step =
  | { kind: "first" | "talk" | "now"; key: string }
  | ({ kind: "reading"; key: string } & ReadingName);

/** A stance as this page shows it. */
export interface Said {
  lane: Lane;
  /** The short name of the second of two, for who stands between them. */
  between: string | null;
  confidence: number;
}

export interface StepRow {
  id: string;
  /** Null while something is graded blind. */
  name: string | null;
  /** What was said at each step; null where nothing was. All null for who has not said yet. */
  said: (Said | null)[];
  /** Where they stood at each step: as said there or, in silence, as before. Empty for who has not said yet. */
  held: Lane[];
  movedBy: MovingPassage[];
}

export interface Steps {
  steps: Step[];
  rows: StepRow[];
}

const isSaidAt = (step: Step) => (stance: StanceView) =>
  step.kind === "reading" ? stance.readingId === step.id : stance.moment === "after";

const saidOf = ({ positionId, between, confidence }: StanceView): Said => ({
  lane: positionId,
  between: between?.short ?? null,
  confidence,
});

function rowOf({ id, name, path }: Journey, steps: readonly Step[]): StepRow {
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last) return { id, name, said: steps.map(() => null), held: [], movedBy: [] };
  const said = steps.map((step): Said | null => {
    if (step.kind === "first") return saidOf(first);
    const stance = step.kind === "now" ? last : path.findLast(isSaidAt(step));
    return stance ? saidOf(stance) : null;
  });
  let stands: Lane = first.positionId;
  const held = said.map((stance) => {
    if (stance) stands = stance.lane;
    return stands;
  });
  return { id, name, said, held, movedBy: passagesOf(path) };
}

/** Of the same passage one object, so that its words travel to the browser once. */
function shared(rows: readonly StepRow[]): StepRow[] {
  const known = new Map<string, MovingPassage>();
  return rows.map((row) => ({
    ...row,
    movedBy: row.movedBy.map((passage) => {
      const same = known.get(passage.paragraphId) ?? passage;
      known.set(passage.paragraphId, same);
      return same;
    }),
  }));
}

/**
 * Everybody's path over the same moments. A moment at which nobody has said anything is left out; where somebody spoke
 * of it twice, the later word counts.
 * @param readings in the order of the course
 */
export function stepsOf(journeys: readonly Journey[], readings: readonly ReadingName[]): Steps {
  const all = journeys.flatMap(({ path }) => path);
  const between: Step[] = [
    ...readings
      .toSorted((one, other) => one.number - other.number)
      .map((reading): Step => ({ kind: "reading", key: reading.id, ...reading })),
    { kind: "talk", key: "talk" },
  ];
  const steps: Step[] = [
    { kind: "first", key: "first" },
    ...between.filter((step) => all.some(isSaidAt(step))),
    { kind: "now", key: "now" },
  ];
  return { steps, rows: shared(journeys.map((journey) => rowOf(journey, steps))) };
}

export interface MoveSummary {
  students: number;
  /** How many of them have said where they stand. */
  stated: number;
  /** How many stand elsewhere than they did first; between two counts with the first named. */
  moved: number;
  /** Where most of those who moved stand now: several where as many went to each. */
  to: Lane[];
  /** How many went to each of `to`. */
  toEach: number;
  /** How many were elsewhere meanwhile, and stand where they stood first. */
  returned: number;
  /** How sure they were on average, 1 to 5; null where nobody has said. */
  sure: { first: number; now: number } | null;
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

export function summaryOf(journeys: readonly Journey[]): MoveSummary {
  const paths = journeys.flatMap(({ path }) => {
    const [first] = path;
    const last = path.at(-1);
    return first && last ? [{ path, first, last }] : [];
  });
  const moved = paths.filter(({ first, last }) => first.positionId !== last.positionId);
  const counts = new Map<Lane, number>();
  for (const { last } of moved) counts.set(last.positionId, (counts.get(last.positionId) ?? 0) + 1);
  const toEach = Math.max(0, ...counts.values());
  return {
    students: journeys.length,
    stated: paths.length,
    moved: moved.length,
    to: [...counts].filter(([, count]) => count === toEach).map(([lane]) => lane),
    toEach,
    returned: paths.filter(
      ({ path, first, last }) =>
        first.positionId === last.positionId &&
        path.some(({ positionId }) => positionId !== first.positionId),
    ).length,
    sure:
      paths.length === 0
        ? null
        : {
            first: mean(paths.map(({ first }) => first.confidence)),
            now: mean(paths.map(({ last }) => last.confidence)),
          },
  };
}
