import { get, type IncomingMessage } from "node:http";
import { createParser } from "eventsource-parser";
import { encode } from "next-auth/jwt";
import { applyEvent, type Conversation, emptyConversation } from "@/domain/comment/conversation";
import { formatCursor, laterCursor, parseCursor } from "@/domain/comment/cursor";
import type { CommentWire, Frame } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import type { SessionClaim } from "@/server/queries/course-access";

/** The cookie of a signed-in person. */
export async function cookieOf(claim: SessionClaim): Promise<string> {
  const token = { claim };
  const value = await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" });
  return `next-auth.session-token=${value}`;
}

export interface Place {
  courseId: Id;
  readingId: Id;
  cookie: string;
  /** Fetches what the reader sees anew, with the cursor of before. */
  fetch?: () => Promise<{ cursor: string; comments: CommentWire[] }>;
}

/** A reader as the browser is one: folds the stream into a conversation, and goes on from its cursor. */
export class Reader {
  conversation: Conversation = emptyConversation;
  readonly frames: Frame[] = [];
  readonly others: { event: string; data: string }[] = [];
  /** Ids that came twice in the course of one state. */
  twice: string[] = [];
  resets = 0;
  status = 0;
  refusal = "";
  private seen = new Set<string>();
  private response: IncomingMessage | null = null;
  private fetching: Promise<void> = Promise.resolve();

  constructor(private readonly place: Place) {}

  cursor = () => formatCursor(this.conversation.cursor);
  eventsOf = (name: string) => this.others.filter(({ event }) => event === name).map(({ data }) => data);
  get isOpen() {
    return this.response !== null;
  }

  /** Resolves when the answer has begun; `port` is the server's. */
  connect(port: number, cursor = this.cursor()): Promise<void> {
    const { courseId, readingId, cookie } = this.place;
    const path = `/api/stream?course=${courseId}&reading=${readingId}`;
    return new Promise((resolve, reject) => {
      const request = get({
        host: "127.0.0.1",
        port,
        path,
        agent: false,
        headers: { cookie, "last-event-id": cursor },
      });
      request.on("error", reject);
      request.on("response", (response) => {
        this.status = response.statusCode ?? 0;
        this.listen(response);
        resolve();
      });
    });
  }

  private listen(response: IncomingMessage): void {
    this.response = response;
    const parser = createParser({ onEvent: ({ event, data, id }) => this.take(event ?? "", data, id) });
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      if (this.status === 200) parser.feed(chunk);
      else this.refusal += chunk;
    });
    const gone = () => {
      if (this.response === response) this.response = null;
    };
    response.on("error", gone).on("close", gone);
  }

  private take(event: string, data: string, id: string | undefined): void {
    if (event === "comment") {
      const frame = JSON.parse(data) as Frame;
      if (id !== `${frame.room}:${frame.seq}`) throw new Error(`the id ${id} is not the frame's`);
      if (this.seen.has(id)) this.twice.push(id);
      this.seen.add(id);
      this.frames.push(frame);
      this.conversation = applyEvent(this.conversation, frame);
      return;
    }
    this.others.push({ event, data });
    if (event === "at") this.moveTo(data);
    if (event === "reset") this.reset(data);
  }

  private moveTo(cursor: string): void {
    const { comments } = this.conversation;
    this.conversation = { comments, cursor: laterCursor(this.conversation.cursor, parseCursor(cursor)) };
  }

  private reset(cursor: string): void {
    this.resets += 1;
    // A reader that was ahead of its room goes back to where the room is.
    this.conversation = { comments: new Map(), cursor: parseCursor(cursor) };
    this.seen = new Set();
    this.fetching = this.fetching.then(() => this.refresh());
  }

  /** Takes what is there now; events that came meanwhile are newer or the same. */
  async refresh(): Promise<void> {
    const { comments, cursor } = (await this.place.fetch?.()) ?? { comments: [], cursor: "" };
    const held = new Map(this.conversation.comments);
    for (const comment of comments) {
      const known = held.get(comment.id);
      if (!known || known.revision < comment.revision) held.set(comment.id, comment);
    }
    const at = laterCursor(this.conversation.cursor, parseCursor(cursor));
    // What the fetched state holds already may come as an event, too: only what comes twice after it counts.
    this.conversation = { comments: held, cursor: at };
  }

  /** Until what was fetched after a reset is here. */
  settled = () => this.fetching;

  stall = () => this.response?.pause();
  resume = () => this.response?.resume();

  disconnect(): void {
    this.response?.destroy();
    this.response = null;
  }
}
