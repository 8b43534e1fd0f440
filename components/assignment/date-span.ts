import { instantOf } from "@/domain/assignment/zoned-time";

const MINUTE = 60_000;

export interface Span {
  days: number;
  hours: number;
  minutes: number;
  /** What happens to the clock in between. */
  clock: "forward" | "back";
}

/**
 * How long it really is between two wall-clock times, where the clock changes in between; null where it does not, or
 * one of them is no time, or the second is not after the first.
 */
export function oddSpan(from: string, to: string, zone: string): Span | null {
  const start = instantOf(from, zone)?.at;
  const end = instantOf(to, zone)?.at;
  if (!start || !end || end <= start) return null;
  const real = Math.round((end.getTime() - start.getTime()) / MINUTE);
  const shown = Math.round((Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / MINUTE);
  if (real === shown) return null;
  return {
    days: Math.floor(real / (24 * 60)),
    hours: Math.floor((real % (24 * 60)) / 60),
    minutes: real % 60,
    clock: real < shown ? "forward" : "back",
  };
}
