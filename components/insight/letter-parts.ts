import { letterTo, newLetter } from "@/domain/notification/letter";

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

/**
 * Whether what stands on the server is what was just sent. It is not, where an answer was lost on the way, the letter
 * had gone, and was changed before it was sent again.
 */
export const isAsSent = (
  stands: { body: string; to: number },
  sent: { body: string; to: readonly string[] },
): boolean => stands.to === sent.to.length && stands.body === newLetter.shape.body.safeParse(sent.body).data;
