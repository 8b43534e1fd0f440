import type { Id } from "@/domain/id";
import type { OutboxItem, Queue } from "./item";
import {
  asRewording,
  isDeleting,
  isMaking,
  isRewording,
  type Making,
  type Rewording,
  reworded,
  saysTheSame,
  subjectOf,
  toggleKey,
  touchedBy,
  type Write,
  type WriteOf,
} from "./write";

export interface NewItem extends Pick<OutboxItem, "id" | "personId" | "courseId" | "scope" | "at" | "write"> {
  /** Left out, it is what the queue itself knows. */
  threadId?: Id;
}

/** The server cannot have seen it, or has said that it did not take it. */
const isOursAlone = (item: OutboxItem) =>
  item.state === "refused" || (item.state === "waiting" && item.attempt === 0);

const again = (item: OutboxItem, write: Write): OutboxItem => ({
  ...item,
  write,
  state: "waiting",
  attempt: 0,
  refusal: null,
});

function threadOf(queue: Queue, { write, threadId }: NewItem): Id {
  if (write.kind === "post" || write.kind === "record" || write.kind === "answer") return subjectOf(write);
  const about = write.kind === "reply" ? write.reply.parentId : subjectOf(write);
  return threadId ?? queue.find((item) => touchedBy(item.write).includes(about))?.threadId ?? about;
}

function append(queue: Queue, fresh: NewItem): Queue {
  const last = queue.at(-1)?.at ?? 0;
  return [
    ...queue,
    {
      id: fresh.id,
      personId: fresh.personId,
      courseId: fresh.courseId,
      scope: fresh.scope,
      write: fresh.write,
      threadId: threadOf(queue, fresh),
      // A clock that was set back must not put a write before the one it follows.
      at: Math.max(fresh.at, last + 1),
      attempt: 0,
      notBefore: 0,
      state: "waiting",
      refusal: null,
    },
  ];
}

const makerOf = (queue: Queue, id: Id) =>
  queue.find((item) => isMaking(item.write) && subjectOf(item.write) === id);

/**
 * New words for what is there. What only this device has takes them itself. What may have arrived already keeps the
 * words it was sent with, and an edit follows it: sent again with other words it would be answered with the old ones.
 */
function enqueueWords(queue: Queue, fresh: NewItem, write: Rewording): Queue {
  // The last words count: an earlier write must not go out after them. A refused edit is for the person to take back.
  const target = queue.findLast(
    (item) =>
      subjectOf(item.write) === subjectOf(write) &&
      (isMaking(item.write) || (isRewording(item.write) && item.state !== "refused")),
  );
  if (!target || !isOursAlone(target)) return append(queue, fresh);
  return queue.map((item) =>
    item === target && (isMaking(item.write) || isRewording(item.write))
      ? again(item, reworded(item.write, write))
      : item,
  );
}

function enqueueMaking(queue: Queue, fresh: NewItem, write: Making): Queue {
  const known = makerOf(queue, subjectOf(write));
  if (!known || !isMaking(known.write)) return append(queue, fresh);
  if (isOursAlone(known)) return queue.map((item) => (item === known ? again(item, write) : item));
  // Pressed twice.
  if (saysTheSame(known.write, write)) return queue;
  const edit = asRewording(write);
  return enqueueWords(queue, { ...fresh, write: edit }, edit);
}

/** Without its reply a question has no answer: neither this one nor the one it replaced. */
const withoutAnswer = (item: OutboxItem, replyId: Id): OutboxItem =>
  item.write.kind === "answer" && item.write.replyId === replyId
    ? { ...item, write: { ...item.write, replyId: null } }
    : item;

/** Takes what never left out of the queue, with everything that is about it and nothing else. */
export const withoutComment = (queue: Queue, id: Id): Queue =>
  queue.filter((item) => subjectOf(item.write) !== id).map((item) => withoutAnswer(item, id));

function enqueueDeletion(queue: Queue, fresh: NewItem, write: WriteOf<"delete" | "deleteEvidence">): Queue {
  const isAbout = (item: OutboxItem) => subjectOf(item.write) === write.id;
  const maker = makerOf(queue, write.id);
  const hasReplies = queue.some(
    (item) => item.write.kind === "reply" && item.write.reply.parentId === write.id,
  );
  if (maker && isOursAlone(maker) && !hasReplies) return withoutComment(queue, write.id);
  if (queue.some((item) => isAbout(item) && isDeleting(item.write) && item.state !== "refused")) return queue;
  const left = queue.filter((item) => !(isAbout(item) && isOursAlone(item)) || item === maker);
  return append(left, fresh);
}

function enqueueToggle(queue: Queue, fresh: NewItem, key: string): Queue {
  // What is on its way cannot be called back: the new one follows it.
  const left = queue.filter((item) => item.state === "sending" || toggleKey(item.write) !== key);
  return append(left, fresh);
}

/** Queues a write, after the rules by which several become one. Queue and item are of the same person. */
export function enqueue(queue: Queue, fresh: NewItem): Queue {
  const { write } = fresh;
  switch (write.kind) {
    case "post":
    case "reply":
    case "record":
      return enqueueMaking(queue, fresh, write);
    case "edit":
    case "saveEvidence":
      return enqueueWords(queue, fresh, write);
    case "delete":
    case "deleteEvidence":
      return enqueueDeletion(queue, fresh, write);
    default:
      return enqueueToggle(queue, fresh, toggleKey(write) ?? fresh.id);
  }
}
