"use client";

import { type DateTimeFormatOptions, useFormatter } from "next-intl";

const day = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;
const moment = { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Words for wall-clock times as `<input type="datetime-local">` writes them; "" for what is not one. */
export function useLocalTime(): { moment: (local: string) => string; day: (local: string) => string } {
  const format = useFormatter();
  const said = (local: string, options: DateTimeFormatOptions) => {
    const at = Date.parse(`${local}:00Z`);
    return Number.isNaN(at) ? "" : format.dateTime(new Date(at), options);
  };
  return { day: (local) => said(local, day), moment: (local) => said(local, moment) };
}
