import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { parseCursor } from "@/domain/comment/cursor";
import { id } from "@/domain/id";
import { Refused } from "@/domain/refusal";
import type { Hub } from "./hub";
import { sessionOf } from "./session";
import { Subscriber } from "./subscriber";

const asked = z.object({ course: id, reading: id, since: z.string().max(20_000).default("") });

const statuses: Record<string, number> = { "signed-out": 401, "not-open-yet": 403 };

function refuse(res: ServerResponse, code: string, status = statuses[code] ?? 404): void {
  res.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  res.end(JSON.stringify({ code }));
}

/**
 * `GET /api/stream?course=…&reading=…&since=room:seq,…`: what happens in a reading's discussion, as server-sent
 * events. `Last-Event-ID` counts before `since`. What is refused is answered as JSON before the stream begins.
 */
export async function openStream(hub: Hub, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== "GET") {
    res.setHeader("Allow", "GET");
    return refuse(res, "method-not-allowed", 405);
  }
  const { searchParams } = new URL(req.url ?? "", "http://localhost");
  const input = asked.safeParse(Object.fromEntries(searchParams));
  if (!input.success) return refuse(res, "not-found");
  const session = await sessionOf(req);
  if (!session) return refuse(res, "signed-out");
  if (!hub.mayOpen(session)) return refuse(res, "too-many-streams", 429);

  const { course: courseId, reading: readingId, since } = input.data;
  const subscriber = new Subscriber(res, { claim: session.claim, session: session.key, courseId, readingId });
  res.on("close", () => hub.close(subscriber));
  try {
    const last = req.headers["last-event-id"];
    await hub.open(subscriber, parseCursor(typeof last === "string" ? last : since));
  } catch (error) {
    if (error instanceof Refused) return refuse(res, error.refusal.code);
    console.error("a stream broke off", error);
    // Whoever was being brought up to date comes again from where they are.
    if (res.headersSent) res.destroy();
    else refuse(res, "unavailable", 503);
  }
}
