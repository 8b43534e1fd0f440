import { TRPCClientError } from "@trpc/client";
import type { useTRPCClient } from "@/components/trpc/client";
import { refusalIn } from "@/components/trpc/use-refusal";
import type { CommentWire } from "@/domain/comment/wire";
import type { OutboxItem } from "@/domain/outbox/item";
import type { Outcome } from "@/domain/outbox/outbox";
import { type EvidenceWrite, isOfEvidence, type Write } from "@/domain/outbox/write";
import type { EvidenceView } from "@/domain/prompt/evidence";

type Client = ReturnType<typeof useTRPCClient>;

/** What then stands; of evidence that was deleted nothing does. */
export type Result =
  | { of: "comment"; comment: CommentWire }
  | { of: "evidence"; evidence: EvidenceView | null };

/** What became of one try. */
export type Delivery =
  | { outcome: Extract<Outcome, { kind: "sent" }>; result: Result }
  | { outcome: Exclude<Outcome, { kind: "sent" }>; result: null };

/** No answer within this long (ms) is none: the same id sent again finds what the first one made. */
const TIMEOUT = 20_000;

/** Statuses of a server that is not there, or of what stands before it. */
const away = new Set([408, 429, 502, 503, 504]);

// A person's words must not go out under the name of whoever signed in on this device since.
const optionsFor = ({ personId }: OutboxItem) => ({
  signal: AbortSignal.timeout(TIMEOUT),
  context: { personId },
});

async function callComment(
  { comment }: Client,
  item: OutboxItem,
  write: Exclude<Write, EvidenceWrite>,
): Promise<CommentWire> {
  const { courseId } = item;
  const options = optionsFor(item);
  switch (write.kind) {
    case "post":
      return comment.post.mutate({ courseId, comment: write.comment }, options);
    case "reply":
      return comment.reply.mutate({ courseId, reply: write.reply }, options);
    case "edit":
      return comment.edit.mutate({ courseId, edit: write.edit }, options);
    case "delete":
      return comment.delete.mutate({ courseId, id: write.id }, options);
    case "react":
      return comment.react.mutate(
        { courseId, id: write.id, reaction: write.reaction, on: write.on },
        options,
      );
    case "resolve":
    case "pin":
      return comment[write.kind].mutate({ courseId, id: write.id, on: write.on }, options);
    case "answer":
      return comment.answer.mutate({ courseId, threadId: write.threadId, replyId: write.replyId }, options);
  }
}

async function callEvidence(
  { evidence }: Client,
  item: OutboxItem,
  write: EvidenceWrite,
): Promise<EvidenceView | null> {
  const { courseId } = item;
  const options = optionsFor(item);
  switch (write.kind) {
    case "record":
      return evidence.record.mutate({ courseId, evidence: write.evidence }, options);
    case "saveEvidence":
      return evidence.save.mutate({ courseId, evidence: write.save }, options);
    case "deleteEvidence":
      await evidence.delete.mutate({ courseId, id: write.id }, options);
      return null;
  }
}

function outcomeOf(error: unknown): Exclude<Outcome, { kind: "sent" }> {
  const refusal = refusalIn(error);
  if (refusal) return { kind: "refused", refusal };
  if (!(error instanceof TRPCClientError)) return { kind: "failed" };
  const status: unknown = error.data?.httpStatus;
  // No answer, or none that this server gave.
  if (typeof status !== "number" || away.has(status)) return { kind: "unreachable" };
  return status >= 500 ? { kind: "failed" } : { kind: "refused", refusal: { code: "unexpected" } };
}

/** Sends one write. Never throws. */
export async function deliver(client: Client, item: OutboxItem): Promise<Delivery> {
  try {
    const { write } = item;
    if (isOfEvidence(write)) {
      const evidence = await callEvidence(client, item, write);
      return { outcome: { kind: "sent", standing: evidence }, result: { of: "evidence", evidence } };
    }
    const comment = await callComment(client, item, write);
    return { outcome: { kind: "sent", standing: comment }, result: { of: "comment", comment } };
  } catch (error) {
    return { outcome: outcomeOf(error), result: null };
  }
}
