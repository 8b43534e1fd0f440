import type { CommentFacts } from "@/domain/access/policy";
import type { Chip } from "@/domain/prompt/citation";
import type { Audience, ReactionKind, Signal } from "./comment";
import type { Voice } from "./voice";

/** A passage within one paragraph: UTF-16 offsets, end exclusive. */
export interface WirePassage {
  start: number;
  end: number;
  quote: string;
}

/**
 * A comment as it travels: in answers and in the stream, the same for everybody who sees names and for everybody who
 * sees aliases. Whose it is and what may be done with it follows from the reader's own voice and the policy.
 */
export interface CommentWire {
  id: string;
  roomId: string;
  readingId: string;
  threadId: string;
  parentId: string | null;
  /** Null: the whole class. */
  groupId: string | null;
  /** Null: the whole reading. */
  paragraphId: string | null;
  /** Null: the whole paragraph. */
  passage: WirePassage | null;
  /** Where the passage goes on in the paragraphs after its first. */
  spans: (WirePassage & { paragraphId: string })[];
  /** What a new version of the text did to its passage, with the words it stood on; left out where nothing. */
  moved?: { to: "changed" | "lost"; words: string | null };
  signal: Signal | null;
  audience: Audience;
  /** Markdown; empty when deleted, and for a highlight. */
  body: string;
  version: number;
  /** Raised by every change: of two states the higher is the newer. */
  revision: number;
  /** ISO 8601. */
  createdAt: string;
  editedAt: string | null;
  deleted: boolean;
  author: Voice;
  /** The key of who began the thread. */
  threadAuthor: string;
  citations: Chip[];
  mentions: { words: string; key: string }[];
  resolved: boolean;
  pinned: boolean;
  /** Of a question: the reply that its asker took for the answer. */
  answerId: string | null;
  /** The keys of who reacted. */
  reactions: Record<ReactionKind, string[]>;
}

/** One line of the stream. */
export interface Frame {
  room: string;
  seq: number;
  type: string;
  /** The key of who did it. */
  actor: string;
  comment: CommentWire;
}

/** What the policy asks about a comment, in terms of the keys that travel. */
export const factsOfWire = (comment: CommentWire): CommentFacts => ({
  authorId: comment.author.key,
  threadAuthorId: comment.threadAuthor,
  audience: comment.audience,
  deleted: comment.deleted,
  isRoot: comment.id === comment.threadId,
  signal: comment.signal,
});
