import type { ServerResponse } from "node:http";
import { formatCursor } from "@/domain/comment/cursor";
import type { Id } from "@/domain/id";
import type { SessionClaim } from "@/server/queries/course-access";
import { atLine, type EndReason, endLine, resetLine } from "./lines";
import { type Tidings, tell } from "./tidings";
import type { Viewer } from "./viewer";

/** More than this unread in the pipe, and the reader has stalled: they come again when they can. Bytes. */
const STALLED = 1024 * 1024;
/** Somebody who catches up is given more when less than this is unread. Bytes. */
const EASY = 128 * 1024;
const LAST_WAIT = 5_000;

const head = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-transform",
  // nginx would collect the lines before it passed them on.
  "X-Accel-Buffering": "no",
};

export interface Request {
  claim: SessionClaim;
  /** Streams are counted by it. */
  session: string;
  courseId: Id;
  readingId: Id;
}

/** One open stream: to whom it goes, what they may see, and how far they have come in each room. */
export class Subscriber {
  viewer: Viewer | null = null;
  /** To be proved again: something happened that may have changed what they may see. */
  doubted = false;
  closed = false;
  /** The last event told, or passed over, in each room. */
  readonly seqs = new Map<Id, number>();
  /** Rooms in which they have caught up, and are told what comes. */
  readonly live = new Set<Id>();
  private begun = false;
  /** What was unread at the last beat. */
  private unread = 0;
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly res: ServerResponse,
    readonly request: Request,
  ) {}

  /** Does one thing after the other, so that two changes to what they may see do not cross. */
  inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.work.then(act);
    this.work = result.then(
      () => {},
      () => {},
    );
    return result;
  }

  begin(): void {
    this.begun = true;
    this.res.writeHead(200, head);
    this.res.flushHeaders();
  }

  write(text: string | Uint8Array): void {
    if (this.closed || !this.begun || text.length === 0) return;
    if (this.res.writableLength > STALLED) this.res.destroy();
    else this.res.write(text);
  }

  /** Tells what is new in a room and for their eyes. */
  take(room: Id, tidings: readonly Tidings[], now: Date): void {
    const { viewer, request } = this;
    const after = this.seqs.get(room) ?? 0;
    const last = tidings.at(-1)?.seq ?? after;
    if (!viewer || last <= after) return;
    const news = tidings[0] && tidings[0].seq > after ? tidings : tidings.filter(({ seq }) => seq > after);
    this.write(tell(news, viewer, request.readingId, now));
    this.seqs.set(room, last);
  }

  /** Until a reader who catches up has taken what was written. */
  async drained(): Promise<void> {
    if (this.closed || this.res.writableLength < EASY) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.res.off("drain", done).off("close", done);
        resolve();
      };
      this.res.on("drain", done).on("close", done);
    });
  }

  reset = () => this.write(resetLine(formatCursor(this.seqs)));

  beat(): void {
    const unread = this.res.writableLength;
    if (unread > EASY && unread >= this.unread && this.unread > EASY) this.res.destroy();
    this.unread = unread;
    this.write(atLine(formatCursor(this.seqs)));
  }

  /** Ends the stream, for good when there is a reason. */
  end(reason?: EndReason): void {
    if (this.closed) return;
    if (reason) this.write(endLine(reason));
    this.closed = true;
    if (!this.begun) this.res.destroy();
    this.res.end();
    // Whoever does not read does not read the end either.
    setTimeout(() => this.res.destroy(), LAST_WAIT).unref();
  }
}
