import type { ServerResponse } from "node:http";
import { type EndReason, endLine } from "./lines";

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

/** One open stream as a line of bytes: what is written, how much of it is unread, and how it ends. */
export abstract class Pipe {
  /** To be proved again: something happened that may have changed what they may see. */
  doubted = false;
  closed = false;
  private begun = false;
  /** What was unread at the last beat. */
  private unread = 0;
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly res: ServerResponse) {}

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

  /** Says that the line stands; whoever has read nothing since the last time comes again when they can. */
  protected pulse(line: string): void {
    const unread = this.res.writableLength;
    if (unread > EASY && unread >= this.unread && this.unread > EASY) this.res.destroy();
    this.unread = unread;
    this.write(line);
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
