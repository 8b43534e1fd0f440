import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { parseCursor } from "@/domain/comment/cursor";
import { id } from "@/domain/id";
import { Refused } from "@/domain/refusal";
import type { Hub } from "./hub";
import { Watcher } from "./pages/watcher";
import { type Session, sessionOf } from "./session";
import { Subscriber } from "./subscriber";

const moment = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform((milliseconds) => new Date(Number(milliseconds)));

/** What is listened to: a reading's discussion, a prompt's page, or the matrix. */
const asked = z.union([
  z.strictObject({
    course: id,
    reading: id,
    version: id.optional(),
    since: z.string().max(20_000).default(""),
  }),
  z.strictObject({ course: id, prompt: id, since: moment.nullable().catch(null) }),
  z.strictObject({ course: id, evidence: z.literal("1"), since: moment.nullable().catch(null) }),
]);

type Asked = z.infer<typeof asked>;

const statuses: Record<string, number> = { "signed-out": 401, "not-open-yet": 403 };

function refuse(res: ServerResponse, code: string, status = statuses[code] ?? 404): void {
  res.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  res.end(JSON.stringify({ code }));
}

/**
 * `GET /api/stream?course=…&reading=…&version=…&since=room:seq,…`: what happens in a reading's discussion, as
 * server-sent events. With `&prompt=…` or `&evidence=1` in place of the reading, and `since` in milliseconds: that
 * something on the prompt's page or in the matrix has changed. `Last-Event-ID` counts before `since`. What is refused
 * is answered as JSON before the stream begins.
 */
export async function openStream(hub: Hub, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== "GET") {
    res.setHeader("Allow", "GET");
    return refuse(res, "method-not-allowed", 405);
  }
  const { searchParams } = new URL(req.url ?? "", "http://localhost");
  const last = req.headers["last-event-id"];
  const since = typeof last === "string" ? { since: last } : {};
  const input = asked.safeParse({ ...Object.fromEntries(searchParams), ...since });
  if (!input.success) return refuse(res, "not-found");
  const session = await sessionOf(req);
  if (!session) return refuse(res, "signed-out");
  if (!hub.mayOpen(session)) return refuse(res, "too-many-streams", 429);

  try {
    await listen(hub, res, session, input.data);
  } catch (error) {
    if (error instanceof Refused) return refuse(res, error.refusal.code);
    console.error("a stream broke off", error);
    // Whoever was being brought up to date comes again from where they are.
    if (res.headersSent) res.destroy();
    else refuse(res, "unavailable", 503);
  }
}

async function listen(hub: Hub, res: ServerResponse, session: Session, asked: Asked): Promise<void> {
  const request = { claim: session.claim, session: session.key, courseId: asked.course };
  if ("reading" in asked) {
    const subscriber = new Subscriber(res, {
      ...request,
      readingId: asked.reading,
      versionId: asked.version,
    });
    res.on("close", () => hub.close(subscriber));
    return hub.open(subscriber, parseCursor(asked.since));
  }
  const page =
    "prompt" in asked
      ? ({ kind: "prompt", promptId: asked.prompt } as const)
      : ({ kind: "evidence" } as const);
  const watcher = new Watcher(res, { ...request, page });
  res.on("close", () => hub.unwatch(watcher));
  return hub.watch(watcher, asked.since);
}
