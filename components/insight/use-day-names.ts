"use client";

import { type DateTimeFormatOptions, useFormatter } from "next-intl";
import { noonOf } from "./days";

/** Days of the calendar in words; they are days already, and know no zone. */
export function useDayNames() {
  const format = useFormatter();
  const name = (options: DateTimeFormatOptions) => (day: string) =>
    format.dateTime(noonOf(day), { ...options, timeZone: "UTC" });
  return {
    short: name({ day: "numeric" }),
    month: name({ day: "numeric", month: "short" }),
    weekday: (day: string) => `${name({ weekday: "short" })(day)} ${name({ day: "numeric" })(day)}`,
    full: name({ weekday: "short", day: "numeric", month: "short" }),
    long: name({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
  };
}
