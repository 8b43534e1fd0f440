export type ListedState = "draft" | "waiting" | "open" | "late" | "closed";

interface Dates {
  publishedAt: Date | null;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
}

/** Where an assignment stands at a moment: `late` is after it was due, while late work is still taken. */
export function stateOf({ publishedAt, opensAt, dueAt, closesAt }: Dates, now: Date): ListedState {
  if (!publishedAt) return "draft";
  if (opensAt > now) return "waiting";
  if (closesAt < now) return "closed";
  return dueAt < now ? "late" : "open";
}
