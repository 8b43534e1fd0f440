export const activityKinds = ["comments", "replies", "answers", "evidence", "stances"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What happened on one day of the course's calendar, as 2026-11-22. */
export interface DayCount {
  day: string;
  kind: ActivityKind;
  count: number;
}

export type Day = { day: string } & Record<ActivityKind, number>;

const emptyDay = (day: string): Day => ({
  day,
  comments: 0,
  replies: 0,
  answers: 0,
  evidence: 0,
  stances: 0,
});

/** A day some days later, on the calendar: clocks do not matter to it. */
function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Two years: a course that says more than that of itself is read by term. */
const MOST_DAYS = 731;

/** Every day from the first on which something happened to the last, quiet ones too; of more than two years the newest. */
export function daysOf(counts: readonly DayCount[]): Day[] {
  const found = new Map<string, Day>();
  for (const { day, kind, count } of counts) {
    const at = found.get(day) ?? emptyDay(day);
    at[kind] += count;
    found.set(day, at);
  }
  const days = [...found.keys()].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const earliest = daysAfter(last, 1 - MOST_DAYS);
  const all: Day[] = [];
  const from = [first, earliest].sort()[1] ?? first;
  for (let day = from; day <= last; day = daysAfter(day, 1)) {
    all.push(found.get(day) ?? emptyDay(day));
  }
  return all;
}
