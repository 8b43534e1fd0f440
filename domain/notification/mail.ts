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

/** What turns the direction of the text that follows it, beyond the name or the title that it stands in. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A line: no line breaks, no control characters, nothing that turns what follows it, not endless. */
export const oneLine = (text: string): string =>
  text
    .replace(TURNS, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200)
    .toWellFormed()
    .replace(/\uFFFD$/, "");

/** The same for a mail's header, where words that look encoded would be decoded by whoever reads it. */
export const headerLine = (text: string): string => oneLine(text).replaceAll("=?", "= ?");

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name amid a sentence: one that is written from right to left keeps that to itself. */
export const nameIn = (name: string): string =>
  RIGHT_TO_LEFT.test(name) ? `\u2068${oneLine(name)}\u2069` : oneLine(name);

const MOST_EXCERPT = 280;

/** The beginning of what somebody wrote, as a line in a list or a mail: whole words, without Markdown's marks. */
export function excerptOf(body: string): string {
  const plain = body
    .replace(/\[\[\s?(\d{1,4})\s?[¶:]\s?(\d{1,5})\b[^[\]\r\n]*\]\]/g, "$1 ¶$2")
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|~~|`+)/g, "")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1");
  const line = plain.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
  if (line.length <= MOST_EXCERPT) return line;
  const cut = line.slice(0, MOST_EXCERPT).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MOST_EXCERPT / 2)).replace(/\uFFFD$/, "")}…`;
}
