import { v7 } from "uuid";
import type { NewComment } from "@/domain/comment/comment";

/** Where somebody posts. */
export interface Place {
  userId: string;
  readingId: string;
  paragraphs: { id: string; text: string }[];
}

/** An anchored comment, the `turn`th of this person. */
export function newComment({ readingId, paragraphs }: Place, turn: number): NewComment {
  const paragraph = paragraphs[(turn * 7) % paragraphs.length];
  const quote = paragraph?.text.slice(0, 60) ?? "";
  return {
    id: v7(),
    readingId,
    paragraphId: paragraph?.id ?? null,
    passage: { start: 0, end: quote.length, quote },
    signal: "question",
    audience: "group",
    body: "Who could have known this before the harvest, and whom would they have told?",
  };
}
