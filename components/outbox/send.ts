import { TRPCClientError } from "@trpc/client";
import type { useTRPCClient } from "@/components/trpc/client";
import { refusalIn } from "@/components/trpc/use-refusal";
import type { CommentWire } from "@/domain/comment/wire";
import type { OutboxItem } from "@/domain/outbox/item";
import type { Outcome } from "@/domain/outbox/outbox";
import type { Write } from "@/domain/outbox/write";

type Client = ReturnType<typeof useTRPCClient>;

/** What became of one try; `result` is the comment as it then stands. */
export type Delivery =
  | { outcome: Extract<Outcome, { kind: "sent" }>; result: CommentWire }
  | { outcome: Exclude<Outcome, { kind: "sent" }>; result: null };

/** No answer within this long (ms) is none: the same id sent again finds what the first one made. */
const TIMEOUT = 20_000;

/** Statuses of a server that is not there, or of what stands before it. */
const away = new Set([408, 429, 502, 503, 504]);

async function call({ comment }: Client, item: OutboxItem): Promise<CommentWire> {
  const { courseId } = item;
  const write: Write = item.write;
  // A person's words must not go out under the name of whoever signed in on this device since.
  const options = { signal: AbortSignal.timeout(TIMEOUT), context: { personId: item.personId } };
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
    const result = await call(client, item);
    return { outcome: { kind: "sent", standing: result }, result };
  } catch (error) {
    return { outcome: outcomeOf(error), result: null };
  }
}
