import type { inferRouterOutputs } from "@trpc/server";
import type { Thread } from "@/domain/comment/thread";
import type { AppRouter } from "@/server/trpc/root";

export type ReadingPage = inferRouterOutputs<AppRouter>["reading"]["page"];
export type ReadingParagraph = ReadingPage["paragraphs"][number];
export type Comment = ReadingPage["comments"][number] & {
  /** Shown before the server has answered. */
  pending?: boolean;
};
export type CommentThread = Thread<Comment>;

/** Where a new comment will hang. */
export interface Place {
  /** Null: the whole reading. */
  paragraphId: string | null;
  /** Null: the whole paragraph. */
  passage: { start: number; end: number; quote: string } | null;
}
