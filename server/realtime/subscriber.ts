import type { ServerResponse } from "node:http";
import { formatCursor } from "@/domain/comment/cursor";
import type { Id } from "@/domain/id";
import type { SessionClaim } from "@/server/queries/course-access";
import { atLine, resetLine } from "./lines";
import { Pipe } from "./pipe";
import { type Tidings, tell } from "./tidings";
import type { Viewer } from "./viewer";

export interface StreamRequest {
  claim: SessionClaim;
  /** Streams are counted by it. */
  session: string;
  courseId: Id;
}

export interface ReadingRequest extends StreamRequest {
  readingId: Id;
  /** The version of the text that the reader has before them, where they say so. */
  versionId?: Id | undefined;
}

/** A stream of a reading: to whom it goes, what they may see, and how far they have come in each room. */
export class Subscriber extends Pipe {
  viewer: Viewer | null = null;
  /** The last event told, or passed over, in each room. */
  readonly seqs = new Map<Id, number>();
  /** Rooms in which they have caught up, and are told what comes. */
  readonly live = new Set<Id>();

  constructor(
    res: ServerResponse,
    readonly request: ReadingRequest,
  ) {
    super(res);
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

  reset = () => this.write(resetLine(formatCursor(this.seqs)));
  beat = () => this.pulse(atLine(formatCursor(this.seqs)));
}
