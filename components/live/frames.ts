import type { QueryClient } from "@tanstack/react-query";
import type { useTRPC } from "@/components/trpc/client";
import { newer, standing, withComment } from "@/domain/comment/conversation";
import type { CommentWire, Frame } from "@/domain/comment/wire";

type Trpc = ReturnType<typeof useTRPC>;

interface HeadsData {
  heads: { root: CommentWire; replies: number; unread: number }[];
}
interface PagesData {
  pages: HeadsData[];
}

const inHeads = <Data extends HeadsData>(data: Data, comment: CommentWire, adds: boolean): Data => {
  if (comment.id !== comment.threadId) return data;
  const isKnown = data.heads.some(({ root }) => root.id === comment.id);
  if (!isKnown && !adds) return data;
  const heads = isKnown
    ? data.heads.map((head) =>
        head.root.id === comment.id ? { ...head, root: newer(head.root, comment) } : head,
      )
    : [...data.heads, { root: comment, replies: 0, unread: 0 }];
  return { ...data, heads };
};

type PositionOf = (paragraphId: string | null) => number;

/**
 * Puts comments that came by the stream, or as the answer to one's own write, into what the page has loaded. Counts
 * and what is painted are then asked for anew: they are the server's to tell.
 */
export function showComments(
  client: QueryClient,
  trpc: Trpc,
  comments: CommentWire[],
  positionOf: PositionOf,
): void {
  put(client, trpc, { comments, positionOf, adds: true });
  refresh(client, trpc, new Set(comments.map((comment) => positionOf(comment.paragraphId))));
}

/** Draws comments that stand on the page as they are now; brings forth none, and asks for nothing. */
export function redrawComments(
  client: QueryClient,
  trpc: Trpc,
  comments: CommentWire[],
  positionOf: PositionOf,
): void {
  put(client, trpc, { comments, positionOf, adds: false });
}

interface Putting {
  comments: CommentWire[];
  positionOf: PositionOf;
  /** Comments that the page has not loaded are added. */
  adds: boolean;
}

function put(client: QueryClient, trpc: Trpc, { comments, positionOf, adds }: Putting): void {
  for (const comment of comments) {
    const position = positionOf(comment.paragraphId);
    const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) =>
      positionsIn(queryKey).includes(position);
    client.setQueriesData<HeadsData>({ queryKey: trpc.comment.heads.pathKey(), predicate }, (data) =>
      data ? inHeads(data, comment, adds) : data,
    );
    client.setQueriesData<PagesData>(
      // What a click on the words asked for is a page alone, and is asked for anew.
      {
        queryKey: trpc.comment.ofParagraph.pathKey(),
        predicate: (query) => predicate(query) && isPaged(query),
      },
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page, at) => (at === 0 ? inHeads(page, comment, adds) : page)),
        },
    );
    client.setQueriesData<{ comments: CommentWire[]; seenThrough: string | null }>(
      {
        queryKey: trpc.comment.thread.pathKey(),
        predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(comment.threadId),
      },
      (data) => data && { ...data, comments: inThread(data.comments, comment, adds) },
    );
  }
}

function inThread(comments: CommentWire[], comment: CommentWire, adds: boolean): CommentWire[] {
  const held = new Map(comments.map((one) => [one.id, one]));
  if (!held.has(comment.id) && !adds) return comments;
  return standing(withComment(held, comment).values());
}

const isPaged = ({ state }: { state: { data?: unknown } }) =>
  typeof state.data === "object" && state.data !== null && "pages" in state.data;

/** The positions a query of threads was asked for; null for a query of something else. */
function positionsIn(queryKey: readonly unknown[]): number[] {
  const asked = queryKey[1];
  const input: unknown = typeof asked === "object" && asked ? Reflect.get(asked, "input") : null;
  if (typeof input !== "object" || input === null) return [];
  const many: unknown = Reflect.get(input, "positions");
  const one: unknown = Reflect.get(input, "position");
  if (Array.isArray(many)) return many.filter((position) => typeof position === "number");
  return typeof one === "number" ? [one] : [];
}

function refresh(client: QueryClient, trpc: Trpc, positions: Set<number>): void {
  const isTouched = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    positionsIn(queryKey).some((position) => positions.has(position));
  client.invalidateQueries({ queryKey: trpc.comment.digest.pathKey() });
  client.invalidateQueries({ queryKey: trpc.comment.heads.pathKey(), predicate: isTouched });
  client.invalidateQueries({ queryKey: trpc.comment.ofParagraph.pathKey(), predicate: isTouched });
}

/** Everything is asked for anew: the reader was away too long, or may now see what it might not. */
export function refreshAll(client: QueryClient, trpc: Trpc): void {
  client.invalidateQueries({ queryKey: trpc.comment.pathKey() });
}

export const commentsOf = (frames: Frame[]): CommentWire[] => frames.map((frame) => frame.comment);
