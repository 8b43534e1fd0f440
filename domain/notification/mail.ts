/** What became of handing a mail to the mail server. */
export type Sent =
  | { outcome: "sent" }
  /** Not taken now; it may be later. */
  | { outcome: "later"; fault: string }
  /** Not taken, and never will be. */
  | { outcome: "refused"; fault: string }
  /** The line broke after the words had begun to be said: nobody knows. */
  | { outcome: "unknown"; fault: string };

export interface Failure {
  message: string;
  /** The mail server's last number, where it said one. */
  responseCode: number | null;
  /** Whether it was about who we are, not about this mail. */
  aboutUs: boolean;
  /** Whether the words had begun to be said. */
  begun: boolean;
}

const MOST_FAULT = 300;

/**
 * What a failure means for the mail. Only a number is a certain answer: below 500 for now, from 500 for good, unless it
 * is about the whole server's account. Without one all depends on whether the words had begun to be said.
 */
export function outcomeOf({ message, responseCode, aboutUs, begun }: Failure): Sent {
  const fault = oneLine(message).slice(0, MOST_FAULT);
  if (responseCode !== null && responseCode >= 400) {
    return { outcome: responseCode >= 500 && !aboutUs ? "refused" : "later", fault };
  }
  return { outcome: begun ? "unknown" : "later", fault };
}

/** Text for a header: no line breaks, no control characters, not endless. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);

const MOST_EXCERPT = 280;

/** The beginning of what somebody wrote, as a line in a list or a mail: whole words, without Markdown's marks. */
export function excerptOf(body: string): string {
  const plain = body
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|~~|`+)/g, "")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1");
  const line = plain.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
  if (line.length <= MOST_EXCERPT) return line;
  const cut = line.slice(0, MOST_EXCERPT).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MOST_EXCERPT / 2)).replace(/\uFFFD$/, "")}…`;
}
