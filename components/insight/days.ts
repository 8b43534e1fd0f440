import type { Activity } from "./shapes";

type Day = Activity["days"][number];

/** A bar of the picture: a day, or in a long course a week that begins with it. */
export interface Span {
  /** Its first day, as 2026-11-22. */
  day: string;
  days: number;
  /** Comments on the texts, and what else is written: answers, evidence, stances. */
  comments: number;
  others: number;
  replies: number;
  /** The days on it on which something is due. */
  due: string[];
  /** Today is one of its days. */
  now: boolean;
}

/** More bars than this are drawn by the week. */
const MOST_BARS = 63;
/** What is due so soon is shown, though it lies ahead. */
const AHEAD = 14;

/** A moment's day on the calendar of a zone, as 2026-11-22. */
export function dayOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** Noon of a day, in UTC: to be written with that zone it stays the same day. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

function daysAfter(day: string, days: number): string {
  const date = noonOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const mondayOf = (day: string) => daysAfter(day, -((noonOf(day).getUTCDay() + 6) % 7));

export const sumOfDay = (day: Day) => day.comments + day.replies + day.answers + day.evidence + day.stances;

/**
 * The bars: every day from the first on which something was written to today, and on to what is due within two weeks;
 * by the week where there would be more than nine weeks of days.
 */
export function spansOf(days: readonly Day[], dueDays: readonly string[], today: string): Span[] {
  const first = days[0]?.day;
  if (first === undefined) return [];
  const due = new Set(dueDays);
  const ahead = [...due].filter((day) => day > today && day <= daysAfter(today, AHEAD));
  const last =
    [days.at(-1)?.day ?? first, ...(today > first ? [today] : []), ...ahead].toSorted().at(-1) ?? first;
  const counted = new Map(days.map((day) => [day.day, day]));
  const length = Math.round((noonOf(last).getTime() - noonOf(first).getTime()) / 86_400_000) + 1;
  const step = length > MOST_BARS ? 7 : 1;
  const spans: Span[] = [];
  for (let day = step === 7 ? mondayOf(first) : first; day <= last; day = daysAfter(day, step)) {
    const span: Span = { day, days: step, comments: 0, others: 0, replies: 0, due: [], now: false };
    for (let at = 0; at < step; at++) {
      const date = daysAfter(day, at);
      const found = counted.get(date);
      if (found) {
        span.comments += found.comments;
        span.others += found.answers + found.evidence + found.stances;
        span.replies += found.replies;
      }
      if (due.has(date)) span.due.push(date);
      if (date === today) span.now = true;
    }
    spans.push(span);
  }
  return spans;
}

/** How much of what is written came on the very day on which something was due. */
export function onDueDays(days: readonly Day[], dueDays: readonly string[]) {
  const due = new Set(dueDays);
  const sum = (of: readonly Day[]) => of.reduce((all, day) => all + sumOfDay(day), 0);
  return { all: sum(days), onDue: sum(days.filter(({ day }) => due.has(day))) };
}
