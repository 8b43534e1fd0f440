import { letterTo } from "@/domain/notification/letter";

export interface LetterPart {
  /** Its place among the parts. */
  at: number;
  text: string;
  /** A name that stands in the place of its mark. */
  filled: boolean;
}

const MARK = /(\{name\})/;

/** A letter as somebody of this name gets it, in parts: what was written, and what is filled in. */
export const letterParts = (name: string, body: string): LetterPart[] =>
  body
    .split(MARK)
    .map((text, at) => ({ at, text: letterTo(name, text), filled: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
