/**
 * Wall-clock times in a zone, as `<input type="datetime-local">` writes them ("2026-11-24T23:59"), to instants and
 * back. Zones are IANA names; Intl's tables know when their clocks change.
 */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, format);
  return format;
}

function clockAt(instant: number, zone: string): Record<string, string> {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
}

/** What the clock on the wall shows at an instant, to the minute. */
export function localOf(instant: Date, zone: string): string {
  const { year, month, day, hour, minute } = clockAt(instant.getTime(), zone);
  return `${year?.padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const clock = clockAt(instant, zone);
  const shown = Date.UTC(
    Number(clock.year),
    Number(clock.month) - 1,
    Number(clock.day),
    Number(clock.hour),
    Number(clock.minute),
    Number(clock.second),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

export interface ZonedInstant {
  at: Date;
  /** The clock skips this time (it is put forward), shows it twice (the first is meant), or neither. */
  clock: "once" | "skipped" | "twice";
}

const DAY = 24 * 60 * 60 * 1000;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The instant at which a zone's clock shows `local`; null where `local` is not a time. */
export function instantOf(local: string, zone: string): ZonedInstant | null {
  if (!LOCAL.test(local)) return null;
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const before = asUtc - offsetAt(asUtc - DAY, zone);
  const after = asUtc - offsetAt(asUtc + DAY, zone);
  const shows = (instant: number) => localOf(new Date(instant), zone) === local;
  const found = [...new Set([before, after])].filter(shows).sort((a, b) => a - b);
  const [first] = found;
  // With the clock as it was before the change, a skipped 02:30 becomes 03:30.
  if (first === undefined) return { at: new Date(before), clock: "skipped" };
  return { at: new Date(first), clock: found.length > 1 ? "twice" : "once" };
}

/**
 * The instant that a time as typed means, beside one that stands: what was not touched keeps its seconds, and which of
 * two it is where the clock shows it twice. Null where `local` is not a time.
 */
export function instantTyped(local: string, held: Date | undefined, zone: string): Date | null {
  if (held && localOf(held, zone) === local) return held;
  return instantOf(local, zone)?.at ?? null;
}
