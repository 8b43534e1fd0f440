import type { Cursor } from "./cursor";
import type { CommentWire, Frame } from "./wire";

/** What a reader knows of a discussion: the comments in full, and up to which event. */
export interface Conversation {
  comments: ReadonlyMap<string, CommentWire>;
  cursor: Cursor;
}

export const emptyConversation: Conversation = { comments: new Map(), cursor: new Map() };

/** Of two states of one comment the newer; what arrives again or late changes nothing. */
export const newer = (held: CommentWire | undefined, came: CommentWire): CommentWire =>
  held && held.revision >= came.revision ? held : came;

/** Comments by id after one came, from the stream or as an answer: the rule by which every reader goes. */
export function withComment(
  comments: ReadonlyMap<string, CommentWire>,
  came: CommentWire,
): ReadonlyMap<string, CommentWire> {
  const held = comments.get(came.id);
  const next = newer(held, came);
  return next === held ? comments : new Map(comments).set(next.id, next);
}

/**
 * The conversation after an event. A frame carries the whole comment as it stood when the frame was made, so frames
 * may be repeated, and may come after a state that already holds them.
 */
export function applyEvent({ comments, cursor }: Conversation, frame: Frame): Conversation {
  return {
    comments: withComment(comments, frame.comment),
    cursor: new Map(cursor).set(frame.room, Math.max(frame.seq, cursor.get(frame.room) ?? 0)),
  };
}

/**
 * What of a conversation is shown: a deleted reply goes, a deleted root leaves its place as long as a reply stands.
 * @returns oldest first
 */
export function standing(comments: Iterable<CommentWire>): CommentWire[] {
  const all = [...comments];
  const answered = new Set(all.filter((comment) => !comment.deleted).map((comment) => comment.threadId));
  return all
    .filter((comment) => !comment.deleted || (comment.id === comment.threadId && answered.has(comment.id)))
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1));
}
