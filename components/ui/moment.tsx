"use client";

import { useFormatter } from "next-intl";
import { useEffect, useState } from "react";

const styles = {
  day: { dateStyle: "medium" },
  moment: { dateStyle: "medium", timeStyle: "short" },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
} as const;

interface MomentProps {
  at: Date;
  /** The zone it is first shown in, and named with; the reader's own follows where it differs. */
  timeZone: string;
  /** `day`: the day alone. `moment`: with the time. `short`: day and time without the year. */
  show?: keyof typeof styles;
}

/** A point in time. The server writes it in the course's zone; the browser adds what its own clock will show. */
export function Moment({ at, timeZone, show = "moment" }: MomentProps) {
  const format = useFormatter();
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const there = format.dateTime(at, { timeStyle: "short", timeZone });
    const here = format.dateTime(at, { timeStyle: "short", timeZone: zone });
    setOwn(show !== "day" && here !== there ? here : null);
  }, [at, format, show, timeZone]);
  return (
    <time
      dateTime={at.toISOString()}
      title={own ? `${own} (${Intl.DateTimeFormat().resolvedOptions().timeZone})` : timeZone}
    >
      {format.dateTime(at, { ...styles[show], timeZone })}
    </time>
  );
}
