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
import type { EvidenceSave, NewEvidence } from "@/domain/prompt/evidence";

/** Everything a reader can ask of the server about comments and evidence, as it waits on the device. */
export type Write =
  | { kind: "post"; comment: NewComment }
  | { kind: "reply"; reply: NewReply }
  | { kind: "edit"; edit: CommentEdit }
  | { kind: "delete"; id: Id }
  | ({ kind: "react" } & ReactionInput)
  | ({ kind: "resolve" } & ThreadMark)
  | ({ kind: "pin" } & ThreadMark)
  | ({ kind: "answer" } & AnswerMark)
  | { kind: "record"; evidence: NewEvidence }
  | { kind: "saveEvidence"; save: EvidenceSave }
  | { kind: "deleteEvidence"; id: Id };

export type WriteKind = Write["kind"];
export type WriteOf<Kind extends WriteKind> = Extract<Write, { kind: Kind }>;

/** What makes something that was not there. */
export type Making = WriteOf<"post" | "reply" | "record">;
/** What gives it other words. */
export type Rewording = WriteOf<"edit" | "saveEvidence">;

/** The comment or the piece of evidence a write makes or is about; for the mark of an answer the question. */
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
    case "record":
      return write.evidence.id;
    case "saveEvidence":
      return write.save.id;
    default:
      return write.id;
  }
}

/** Everything that has to be there before the write can be done, and what it makes or is about itself. */
export function touchedBy(write: Write): Id[] {
  if (write.kind === "reply") return [write.reply.id, write.reply.parentId];
  if (write.kind === "answer") return write.replyId ? [write.threadId, write.replyId] : [write.threadId];
  return [subjectOf(write)];
}

export const isMaking = (write: Write): write is Making =>
  write.kind === "post" || write.kind === "reply" || write.kind === "record";

export const isRewording = (write: Write): write is Rewording =>
  write.kind === "edit" || write.kind === "saveEvidence";

export const isDeleting = (write: Write): write is WriteOf<"delete" | "deleteEvidence"> =>
  write.kind === "delete" || write.kind === "deleteEvidence";

/** It makes a comment, and no piece of evidence. */
export const makesComment = (write: Write): write is WriteOf<"post" | "reply"> =>
  write.kind === "post" || write.kind === "reply";

export type EvidenceWrite = WriteOf<"record" | "saveEvidence" | "deleteEvidence">;

export const isOfEvidence = (write: Write): write is EvidenceWrite =>
  write.kind === "record" || write.kind === "saveEvidence" || write.kind === "deleteEvidence";

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

/** What a piece of evidence says, and where it is filed. */
export type Content = Pick<EvidenceSave, "claim" | "relation" | "positionId" | "dimensionId" | "file">;

/** The words a write carries, of evidence its claim; null for one that carries none. */
export function wordsOf(write: Write): Words | null {
  switch (write.kind) {
    case "post":
      return { body: write.comment.body, signal: write.comment.signal };
    case "reply":
      return { body: write.reply.body, signal: null };
    case "edit":
      return { body: write.edit.body, signal: write.edit.signal };
    case "record":
    case "saveEvidence":
      return { body: contentOf(write).claim, signal: null };
    default:
      return null;
  }
}

export function contentOf(write: WriteOf<"record" | "saveEvidence">): Content {
  const { claim, relation, positionId, dimensionId, file } =
    write.kind === "record" ? write.evidence : write.save;
  return { claim, relation, positionId, dimensionId, file };
}

/** The same write saying what a later one says; what is not of its sort leaves it as it is. */
export function reworded(write: Making | Rewording, later: Rewording): Making | Rewording {
  if (later.kind === "saveEvidence") {
    const content = contentOf(later);
    if (write.kind === "record") return { ...write, evidence: { ...write.evidence, ...content } };
    if (write.kind === "saveEvidence") return { ...write, save: { ...write.save, ...content } };
    return write;
  }
  const { body, signal } = later.edit;
  if (write.kind === "post") return { ...write, comment: { ...write.comment, body, signal } };
  if (write.kind === "reply") return { ...write, reply: { ...write.reply, body } };
  if (write.kind === "edit") return { ...write, edit: { ...write.edit, body, signal } };
  return write;
}

/** What a making says, as the rewording that would say it of what it has made. */
export function asRewording(write: Making): Rewording {
  if (write.kind === "record") {
    return { kind: "saveEvidence", save: { id: write.evidence.id, version: 1, ...contentOf(write) } };
  }
  const words = write.kind === "post" ? write.comment : { ...write.reply, signal: null };
  return { kind: "edit", edit: { id: words.id, version: 1, body: words.body, signal: words.signal } };
}

/** Whether the two say the same of one thing. */
export function saysTheSame(one: Making | Rewording, other: Making | Rewording): boolean {
  const plain = (write: Making | Rewording) =>
    write.kind === "record" || write.kind === "saveEvidence" ? contentOf(write) : wordsOf(write);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** The same rewording made on another version. */
export const onVersion = (write: Rewording, version: number): Rewording =>
  write.kind === "edit"
    ? { ...write, edit: { ...write.edit, version } }
    : { ...write, save: { ...write.save, version } };
