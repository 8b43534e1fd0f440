import type { Signal } from "./comment";

/** What a thread needs to know of a comment. */
export interface Threaded {
  id: string;
  threadId: string;
  paragraphId: string | null;
  passage: { start: number } | null;
  signal: Signal | null;
  mine: boolean;
  deleted: boolean;
  createdAt: Date;
}

export interface Thread<Comment extends Threaded> {
  root: Comment;
  replies: Comment[];
}

/**
 * Threads in the order of the text: by paragraph, then by the place in it, then by age. Comments on the whole reading
 * come first; a thread whose root may not be seen is left out.
 * @param paragraphs the text's paragraph ids in order
 */
export function threadsOf<Comment extends Threaded>(
  comments: Comment[],
  paragraphs: string[],
): Thread<Comment>[] {
  const order = new Map(paragraphs.map((id, index) => [id, index]));
  const threads = new Map<string, Thread<Comment>>();
  for (const comment of comments) {
    if (comment.id === comment.threadId) threads.set(comment.id, { root: comment, replies: [] });
  }
  for (const comment of comments) {
    if (comment.id !== comment.threadId) threads.get(comment.threadId)?.replies.push(comment);
  }
  const place = ({ root }: Thread<Comment>) =>
    root.paragraphId === null ? -1 : (order.get(root.paragraphId) ?? -1);
  return [...threads.values()].sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.root.passage?.start ?? -1) - (b.root.passage?.start ?? -1) ||
      a.root.createdAt.getTime() - b.root.createdAt.getTime(),
  );
}

export type ThreadFilter = "all" | "mine" | Signal;

export function passesFilter(thread: Thread<Threaded>, filter: ThreadFilter): boolean {
  if (filter === "all") return true;
  if (filter === "mine")
    return [thread.root, ...thread.replies].some((comment) => comment.mine && !comment.deleted);
  return thread.root.signal === filter;
}

/** How many comments, tombstones left out, hang on each paragraph. */
export function talkByParagraph(comments: Threaded[]): Map<string, number> {
  const talk = new Map<string, number>();
  for (const { paragraphId, deleted } of comments) {
    if (paragraphId && !deleted) talk.set(paragraphId, (talk.get(paragraphId) ?? 0) + 1);
  }
  return talk;
}
