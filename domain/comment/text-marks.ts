import { type CitationMark, findCitations } from "@/domain/prompt/citation";
import { placesOfName } from "./mention";

/** A piece of what somebody wrote that is more than its words. Place in the text: UTF-16 units, end exclusive. */
export type TextMark =
  | { kind: "citation"; mark: string; start: number; end: number }
  | { kind: "mention"; key: string; start: number; end: number };

/** A citation's mark without its brackets, always in the same spelling. */
export const wordsOfMark = ({ reading, paragraph, about }: Omit<CitationMark, "start" | "end">) =>
  about === null ? `${reading} ¶${paragraph}` : `${reading} ¶${paragraph} ${about}`;

/**
 * The citations and mentions in a run of text, in order, none over another. Of two names where one begins with the
 * other the longer is meant.
 */
export function findMarks(text: string, mentions: readonly { words: string; key: string }[]): TextMark[] {
  const marks: TextMark[] = findCitations(text).map((found) => ({
    kind: "citation",
    mark: wordsOfMark(found),
    start: found.start,
    end: found.end,
  }));
  if (!text.includes("@")) return marks;
  const longestFirst = [...mentions].sort((a, b) => b.words.length - a.words.length);
  for (const { words, key } of longestFirst) {
    for (const start of placesOfName(text, words)) {
      const end = start + 1 + words.length;
      if (marks.every((mark) => end <= mark.start || start >= mark.end)) {
        marks.push({ kind: "mention", key, start, end });
      }
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}
