import type { CommentFacts } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { type CommentRow, factsOfRow } from "@/server/queries/comment";
import { frameOf, type RoomEvent } from "@/server/queries/room-event";
import type { Naming } from "@/server/queries/voice";
import { commentLine } from "./lines";
import { seesComment, type Viewer } from "./viewer";

const nothing = Buffer.alloc(0);

interface Known {
  comment: CommentRow;
  facts: CommentFacts;
  naming: Omit<Naming, "hidden">;
}

/** An event as it is told: its line is made when the first reader needs it, once with names and once with aliases. */
export class Tidings {
  readonly seq: number;
  private known: Known | null;
  private lines: { hidden?: Buffer; named?: Buffer } = {};

  constructor(
    private readonly room: Id,
    private readonly event: RoomEvent,
    naming: Known["naming"],
  ) {
    const { seq, comment } = event;
    this.seq = seq;
    this.known = comment && { comment, facts: factsOfRow(comment), naming };
  }

  /** What the event is about, as it stood when that was last read; null for what the stream does not tell. */
  get comment(): CommentRow | null {
    return this.known?.comment ?? null;
  }

  /** Takes over a newer state of the same comment, so that words which are gone are not told again. */
  renew({ known }: Tidings): void {
    if (!known || !this.known || this.known.comment.revision >= known.comment.revision) return;
    this.known = known;
    this.lines = {};
  }

  isFor(viewer: Viewer, readingId: Id, now: Date): boolean {
    const { known, room } = this;
    return known?.comment.readingId === readingId && seesComment(viewer, room, known.facts, now);
  }

  line(hidden: boolean, now: Date): Buffer {
    if (!this.known) return nothing;
    const { comment, naming } = this.known;
    const variant = hidden ? "hidden" : "named";
    this.lines[variant] ??= Buffer.from(
      commentLine(frameOf(this.room, { ...this.event, comment }, { ...naming, hidden }, now)),
    );
    return this.lines[variant];
  }
}

/** What one viewer is told of some events, in one piece; empty when it is nothing. */
export function tell(tidings: readonly Tidings[], viewer: Viewer, readingId: Id, now: Date): Buffer {
  const lines = tidings
    .filter((one) => one.isFor(viewer, readingId, now))
    .map((one) => one.line(viewer.hidden, now));
  const [only = nothing] = lines;
  return lines.length > 1 ? Buffer.concat(lines) : only;
}
