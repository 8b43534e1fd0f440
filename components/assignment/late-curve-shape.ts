import { type LatePolicy, type LateStep, lateSteps } from "@/domain/grading/late";

/** Where the picture's things lie: the due moment, the closing moment, and 100 and 0 per cent. */
const LEFT = 68;
const DUE = 104;
const CLOSES = 507;
const RIGHT = 552;
const TOP = 16;
const FOOT = 114;
/** Between two words under or beside the picture, so that they do not run into one another. */
const APART = { x: 46, y: 12 };

export const frame = { left: LEFT, due: DUE, closes: CLOSES, right: RIGHT, top: TOP, foot: FOOT };

export interface CurveStep extends LateStep {
  /** Null for the last one, which ends when it closes. */
  until: Date | null;
}

export interface CurveShape {
  /** From the due moment on, each with when it ends. */
  steps: CurveStep[];
  /** SVG path of the line, and of the area under it. */
  line: string;
  area: string;
  levels: { kept: number; y: number; named: boolean }[];
  /** Where it goes down, between due and closing. */
  falls: { at: Date; x: number; named: boolean }[];
}

const yOf = (kept: number) => TOP + ((100 - kept) * (FOOT - TOP)) / 100;

/** The picture of a late policy between the due and the closing moment; null where there is nothing between them. */
export function curveOf(
  policy: LatePolicy,
  dueAt: Date,
  closesAt: Date,
  timeZone: string,
): CurveShape | null {
  const whole = closesAt.getTime() - dueAt.getTime();
  if (whole <= 0) return null;
  const found = lateSteps(policy, dueAt, closesAt, timeZone);
  const xOf = (at: Date) => DUE + ((at.getTime() - dueAt.getTime()) * (CLOSES - DUE)) / whole;
  const steps = found.map((step, at) => ({ ...step, until: found[at + 1]?.from ?? null }));

  const points: string[] = [`${LEFT} ${yOf(100)}`];
  let kept = 100;
  for (const step of steps) {
    const x = round(xOf(step.from));
    points.push(`${x} ${round(yOf(kept))}`, `${x} ${round(yOf(step.kept))}`);
    kept = step.kept;
  }
  points.push(`${CLOSES} ${round(yOf(kept))}`, `${CLOSES} ${FOOT}`);

  const falls = steps
    .filter((step) => step.from > dueAt)
    .map((step) => ({ at: step.from, x: round(xOf(step.from)) }));
  const levels = [...new Set([100, ...steps.map((step) => step.kept)])]
    .filter((level) => level > 0)
    .map((level) => ({ kept: level, y: round(yOf(level)) }));
  return {
    steps,
    line: `M${points.join("L")}H${RIGHT}`,
    area: `M${LEFT} ${FOOT}L${points.join("L")}Z`,
    levels: spaced(levels, (level) => level.y, APART.y, []),
    falls: spaced(falls, (fall) => fall.x, APART.x, [DUE, CLOSES]),
  };
}

const round = (number: number) => Math.round(number * 10) / 10;

/** Marks which things have room for their word, beside those that are there already. */
function spaced<Thing>(
  things: readonly Thing[],
  placeOf: (thing: Thing) => number,
  apart: number,
  taken: readonly number[],
): (Thing & { named: boolean })[] {
  const places = [...taken];
  return things.map((thing) => {
    const named = places.every((place) => Math.abs(place - placeOf(thing)) >= apart);
    if (named) places.push(placeOf(thing));
    return { ...thing, named };
  });
}
