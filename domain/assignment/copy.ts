import { nameKey } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import type { PromptDraft } from "./assignment";
import { instantOf, localOf } from "./zoned-time";

interface Dates {
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;

/** The moment at which another zone's clock shows, `weeks` later, what this zone's shows at `at`. */
function moved(at: Date, weeks: number, from: string, to: string): Date {
  const [date = "", time = ""] = localOf(at, from).split("T");
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + weeks * WEEK).toISOString().slice(0, 10);
  const found = instantOf(`${day}T${time}`, to);
  return found
    ? new Date(found.at.getTime() + (at.getTime() % MINUTE))
    : new Date(at.getTime() + weeks * WEEK);
}

/**
 * The dates of a copy: the same weekdays and times of day on its own course's clock, as few whole weeks later as let
 * it open after `now`. In order, also where a clock is put forward between two of them.
 */
export function datesOfCopy(dates: Dates, zones: { from: string; to: string }, now: Date): Dates {
  const at = (date: Date, weeks: number) => moved(date, weeks, zones.from, zones.to);
  let weeks = Math.max(0, Math.floor((now.getTime() - dates.opensAt.getTime()) / WEEK) - 1);
  while (at(dates.opensAt, weeks) <= now) weeks += 1;
  const opensAt = at(dates.opensAt, weeks);
  const dueAt = new Date(Math.max(opensAt.getTime(), at(dates.dueAt, weeks).getTime()));
  const closesAt = new Date(Math.max(dueAt.getTime(), at(dates.closesAt, weeks).getTime()));
  return { opensAt, dueAt, closesAt };
}

interface Named {
  id: Id;
  name: string;
}

/** What a course's prompts can be about. */
export interface Frame {
  positions: readonly Named[];
  dimensions: readonly Named[];
  terms: readonly Named[];
}

/** What goes by the same name there; null where nothing does. */
const sameIn = (here: readonly Named[], there: readonly Named[], id: Id | null): Id | null => {
  const name = here.find((each) => each.id === id)?.name;
  if (name === undefined) return null;
  return there.find((each) => nameKey(each.name) === nameKey(name))?.id ?? null;
};

/** A prompt about what goes by the same names in another frame; what has no namesake there is left out. */
export function promptIn(
  prompt: Omit<PromptDraft, "id">,
  here: Frame,
  there: Frame,
): Omit<PromptDraft, "id"> {
  const found = [
    ...new Set(prompt.positions.flatMap((id) => sameIn(here.positions, there.positions, id) ?? [])),
  ];
  // A comparison is of two, or of those that the student chooses.
  const positions = prompt.kind === "compare" && found.length !== 2 ? [] : found;
  return {
    ...prompt,
    positions,
    positionsMin: prompt.positions.length > 0 && positions.length === 0 ? 0 : prompt.positionsMin,
    dimensionId: sameIn(here.dimensions, there.dimensions, prompt.dimensionId),
    termId: sameIn(here.terms, there.terms, prompt.termId),
  };
}
