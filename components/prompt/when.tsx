import { useFormatter } from "next-intl";

interface WhenProps {
  at: Date;
  /** The course's zone. */
  timeZone: string;
}

/** A day and a time in the course's zone, as short as it can be said. */
export function When({ at, timeZone }: WhenProps) {
  const format = useFormatter();
  return (
    <time dateTime={at.toISOString()} className="n">
      {format.dateTime(at, {
        weekday: "short",
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone,
      })}
    </time>
  );
}
