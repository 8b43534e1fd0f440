import type { OutboxItem, Queue } from "@/domain/outbox/item";
import type { Voice } from "./voice";
import type { CommentWire } from "./wire";

/** A comment as its writer sees it: with what is still on its way. */
export interface Shown extends CommentWire {
  pending?: "waiting" | "refused";
}

const stateOf = (item: OutboxItem) => (item.state === "refused" ? "refused" : "waiting");

type Made = "id" | "readingId" | "threadId" | "parentId" | "groupId" | "paragraphId" | "passage" | "spans";

function blank(
  item: OutboxItem,
  me: Voice,
): Omit<Shown, Made | "signal" | "audience" | "body" | "threadAuthor"> {
  return {
    roomId: "",
    version: 1,
    revision: 0,
    createdAt: new Date(item.at).toISOString(),
    editedAt: null,
    deleted: false,
    author: me,
    citations: [],
    mentions: [],
    resolved: false,
    pinned: false,
    answerId: null,
    reactions: { same: [], helpful: [] },
    pending: stateOf(item),
  };
}

/** The comment that a queued write makes, as far as it can be known; null for a write that makes none. */
export function madeBy(item: OutboxItem, me: Voice, root: CommentWire | undefined): Shown | null {
  const { write } = item;
  if (write.kind === "post") {
    const {
      id,
      readingId,
      paragraphId,
      passage,
      spans = [],
      signal,
      audience,
      body,
      groupId,
    } = write.comment;
    return {
      ...blank(item, me),
      ...{ id, readingId, paragraphId, passage, signal, audience, body },
      threadId: id,
      parentId: null,
      groupId: groupId ?? null,
      spans: spans.map((span) => ({ paragraphId: span.paragraphId, ...span.passage })),
      threadAuthor: me.key,
    };
  }
  if (write.kind !== "reply" || !root) return null;
  const { id, parentId, body } = write.reply;
  const { readingId, threadId, groupId, paragraphId, audience, threadAuthor } = root;
  return {
    ...blank(item, me),
    ...{ id, parentId, body, readingId, threadId, groupId, paragraphId, audience, threadAuthor },
    passage: null,
    spans: [],
    signal: null,
  };
}

const toggled = (keys: string[], key: string, on: boolean) =>
  on ? [...keys.filter((one) => one !== key), key] : keys.filter((one) => one !== key);

/** A comment as one queued write leaves it. */
function after(comment: Shown, item: OutboxItem, me: Voice): Shown {
  const { write } = item;
  const pending = stateOf(item);
  switch (write.kind) {
    case "edit": {
      const { body, signal } = write.edit;
      return write.edit.id === comment.id ? { ...comment, body, signal, pending } : comment;
    }
    case "delete":
      // Refused, it stands as it stood.
      if (write.id !== comment.id) return comment;
      return pending === "refused"
        ? { ...comment, pending }
        : { ...comment, deleted: true, body: "", pending };
    case "react": {
      if (write.id !== comment.id || pending === "refused") return comment;
      const keys = toggled(comment.reactions[write.reaction], me.key, write.on);
      return { ...comment, reactions: { ...comment.reactions, [write.reaction]: keys } };
    }
    case "resolve":
      return write.id === comment.id && pending === "waiting" ? { ...comment, resolved: write.on } : comment;
    case "pin":
      return write.id === comment.id && pending === "waiting" ? { ...comment, pinned: write.on } : comment;
    case "answer":
      return write.threadId === comment.id && pending === "waiting"
        ? { ...comment, answerId: write.replyId }
        : comment;
    default:
      return comment;
  }
}

/** Comments as their writer sees them: what is in the outbox is shown as if it had arrived, and marked. */
export function withOutbox(comments: readonly CommentWire[], items: Queue, me: Voice): Shown[] {
  return comments.map((comment) => items.reduce<Shown>((shown, item) => after(shown, item, me), comment));
}

/** A thread with the replies that are still on their way. */
export function threadWithOutbox(comments: readonly CommentWire[], items: Queue, me: Voice): Shown[] {
  const root = comments.find((comment) => comment.id === comment.threadId);
  const known = new Set(comments.map((comment) => comment.id));
  const made = items.flatMap((item) => {
    if (item.write.kind !== "reply" || known.has(item.write.reply.id)) return [];
    if (!root || item.threadId !== root.threadId) return [];
    return madeBy(item, me, root) ?? [];
  });
  return withOutbox([...comments, ...made], items, me);
}
