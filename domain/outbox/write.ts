import type {
  AnswerMark,
  CommentEdit,
  NewComment,
  NewReply,
  ReactionInput,
  Signal,
  ThreadMark,
} from "@/domain/comment/comment";
import type { Id } from "@/domain/id";

/** Everything a reader can ask of the server about comments, as it waits on the device. */
export type Write =
  | { kind: "post"; comment: NewComment }
  | { kind: "reply"; reply: NewReply }
  | { kind: "edit"; edit: CommentEdit }
  | { kind: "delete"; id: Id }
  | ({ kind: "react" } & ReactionInput)
  | ({ kind: "resolve" } & ThreadMark)
  | ({ kind: "pin" } & ThreadMark)
  | ({ kind: "answer" } & AnswerMark);

export type WriteKind = Write["kind"];
export type WriteOf<Kind extends WriteKind> = Extract<Write, { kind: Kind }>;

/** The comment a write makes or is about; for the mark of an answer the question. */
export function subjectOf(write: Write): Id {
  switch (write.kind) {
    case "post":
      return write.comment.id;
    case "reply":
      return write.reply.id;
    case "edit":
      return write.edit.id;
    case "answer":
      return write.threadId;
    default:
      return write.id;
  }
}

/** Every comment that has to be there before the write can be done, and its own. */
export function touchedBy(write: Write): Id[] {
  if (write.kind === "reply") return [write.reply.id, write.reply.parentId];
  if (write.kind === "answer") return write.replyId ? [write.threadId, write.replyId] : [write.threadId];
  return [subjectOf(write)];
}

export const isMaking = (write: Write): write is WriteOf<"post" | "reply"> =>
  write.kind === "post" || write.kind === "reply";

/** Two toggles with the same key are one: the last. Null for what carries words or takes them away. */
export function toggleKey(write: Write): string | null {
  switch (write.kind) {
    case "react":
      return `react ${write.reaction} ${write.id}`;
    case "resolve":
    case "pin":
      return `${write.kind} ${write.id}`;
    case "answer":
      return `answer ${write.threadId}`;
    default:
      return null;
  }
}

export interface Words {
  body: string;
  signal: Signal | null;
}

/** The words a write carries; null for one that carries none. */
export function wordsOf(write: Write): Words | null {
  switch (write.kind) {
    case "post":
      return { body: write.comment.body, signal: write.comment.signal };
    case "reply":
      return { body: write.reply.body, signal: null };
    case "edit":
      return { body: write.edit.body, signal: write.edit.signal };
    default:
      return null;
  }
}

/** The same write with other words. */
export function withWords(write: WriteOf<"post" | "reply" | "edit">, { body, signal }: Words): Write {
  switch (write.kind) {
    case "post":
      return { ...write, comment: { ...write.comment, body, signal } };
    case "reply":
      return { ...write, reply: { ...write.reply, body } };
    case "edit":
      return { ...write, edit: { ...write.edit, body, signal } };
  }
}
