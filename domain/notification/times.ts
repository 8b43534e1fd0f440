import type { Delivery } from "./notification";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What arises within it for one person goes out as one mail. */
export const GATHER = MINUTE;
/** The hour of the day at which the day's mail goes out, where the person is. */
const MORNING = 8;
/** What has not been seen for so long is written to nobody any more. */
const LONGEST_HELD = 120 * DAY;
/** Whoever comes to an event later than this has no news to tell. */
const NEWS = 7 * DAY;

export const isNews = (at: Date, now: Date) => now.getTime() - at.getTime() <= NEWS;

/** How long before it is due somebody who has not handed in is told. */
export const dueSoonFrom = (dueAt: Date) => new Date(dueAt.getTime() - DAY);

/** What a clock on the wall shows in a zone, as though it were UTC. A zone that nobody knows is UTC. */
function wall(at: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: isZone(timeZone) ? timeZone : "UTC",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  return new Date(
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")),
  );
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** The instant at which a zone's clocks show this; asked twice, since the offset may change on the way there. */
function instantOf(shown: Date, timeZone: string): Date {
  let guess = shown;
  for (let turn = 0; turn < 2; turn++) {
    const off = wall(guess, timeZone).getTime() - shown.getTime();
    guess = new Date(guess.getTime() - off);
  }
  return guess;
}

/** The first morning after an instant, in a zone. */
export function nextMorning(after: Date, timeZone: string): Date {
  const there = wall(after, timeZone);
  for (let days = 0; ; days++) {
    const shown = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate() + days, MORNING);
    const morning = instantOf(new Date(shown), timeZone);
    if (morning > after) return morning;
  }
}

/** When a mail may first tell of what arose now; null where none is to. */
export function mailAfter(delivery: Delivery, now: Date, timeZone: string): Date | null {
  switch (delivery) {
    case "never":
      return null;
    case "atOnce":
      return new Date(now.getTime() + GATHER);
    case "daily":
      return nextMorning(now, timeZone);
  }
}

/**
 * When it is looked at again whether somebody may see by now what they may be told of; the longer it has been held,
 * the more seldom. Null: it is given up.
 */
export function heldUntil(delivery: Delivery, at: Date, now: Date, timeZone: string): Date | null {
  const age = now.getTime() - at.getTime();
  if (delivery === "never" || age > LONGEST_HELD) return null;
  if (delivery === "daily") return nextMorning(now, timeZone);
  return new Date(now.getTime() + Math.min(Math.max(age / 8, 5 * MINUTE), HOUR));
}

/** How often the mail server is asked to take a mail before it is given up. */
export const MOST_ATTEMPTS = 9;

/** When a mail that was refused for now is tried again, after so many attempts; null: it is given up. */
export function tryAgainAt(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return new Date(now.getTime() + Math.min(MINUTE * 3 ** (attempts - 1), 12 * HOUR));
}

/** A mail claimed before this was never settled: whoever sent it is gone. Longer than the mail server is waited for. */
export const lostBefore = (now: Date) => new Date(now.getTime() - 15 * MINUTE);
