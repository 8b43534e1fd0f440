import type { Digest } from "../reader-types";

/** The talk beside one paragraph. */
export interface Talk {
  comments: number;
  /** Others' comments that this person has not seen. */
  unread: number;
  /** Questions without an answer. */
  open: number;
}

export const noTalk: Talk = { comments: 0, unread: 0, open: 0 };

/** By the paragraph's position in the text; 0 is the whole reading. */
export function talkByPosition({ tallies }: Pick<Digest, "tallies">): Map<number, Talk> {
  return new Map(
    tallies.map(([position, , comments, unread, open]) => [position, { comments, unread, open }]),
  );
}
