const MINUTE = 60_000;

/** How late, in the unit one would say it in: minutes up to an hour, hours up to two days, then days. */
export function lateness(milliseconds: number): { unit: "minutes" | "hours" | "days"; count: number } {
  const minutes = Math.ceil(milliseconds / MINUTE);
  if (minutes < 60) return { unit: "minutes", count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.round(hours / 24) };
}
