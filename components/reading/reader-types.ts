import type { inferRouterOutputs } from "@trpc/server";
import type { ThreadCounts } from "@/domain/comment/filter";
import type { CommentWire, WirePassage } from "@/domain/comment/wire";
import type { AppRouter } from "@/server/trpc/root";

export type ReadingPage = inferRouterOutputs<AppRouter>["reading"]["page"];
export type ReadingParagraph = ReadingPage["paragraphs"][number];
export type Digest = ReadingPage["digest"];

/** One place in which a paragraph is put to work. */
export type Cited = inferRouterOutputs<AppRouter>["citation"]["ofParagraph"]["items"][number];

/** What the browser is given of a reading: all but the text, which stands on the page. */
export type ReaderPage = Omit<ReadingPage, "paragraphs">;

/** A comment as the reader shows it. */
export interface Comment extends CommentWire {
  /** Something of it is still in the outbox, or was refused. */
  pending?: "waiting" | "refused";
}

export interface Head extends ThreadCounts {
  root: Comment;
}

/** Where a new comment will hang. */
export interface Place {
  /** Null: the whole reading. */
  paragraphId: string | null;
  /** Null: the whole paragraph. */
  passage: WirePassage | null;
  /** Where the passage goes on in the paragraphs after its first. */
  spans?: { paragraphId: string; passage: WirePassage }[] | undefined;
}

/** The pieces of a passage, one a paragraph. */
export const piecesOf = ({
  paragraphId,
  passage,
  spans,
}: Place): { paragraphId: string; start: number; end: number }[] =>
  paragraphId && passage
    ? [
        { paragraphId, start: passage.start, end: passage.end },
        ...(spans ?? []).map((span) => ({
          paragraphId: span.paragraphId,
          start: span.passage.start,
          end: span.passage.end,
        })),
      ]
    : [];

/** Where a comment hangs, as a place. */
export const placeOf = ({ paragraphId, passage, spans }: Comment): Place => ({
  paragraphId,
  passage,
  spans: spans.map((span) => ({ paragraphId: span.paragraphId, passage: span })),
});
