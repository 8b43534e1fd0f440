import type { NotificationKind } from "./notification";

interface Told {
  kind: NotificationKind;
  about: "comment" | "response" | "note" | "grade" | "assignment" | "letter";
  mine: boolean;
}

/** The name of the sentence that tells of it, among the words for notifications. */
export function lineOf({ kind, about, mine }: Told) {
  if (kind === "reply" && about === "note") return "line.note";
  if (kind === "answer" && about === "grade") return "line.looked";
  if (kind === "answer" && mine) return "line.helped";
  return `line.${kind}` as const;
}
