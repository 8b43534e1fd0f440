import type { CommentFacts } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CommentRow } from "@/server/queries/comment";
import type { Aliases } from "@/server/queries/discussion";
import { eventsAfter, factsOfEvent, frameOf } from "@/server/queries/room-event";
import { commentLine } from "./lines";
import { seesComment, type Viewer } from "./viewer";

export const BATCH = 200;

/** An event as it is told: its line is made when the first reader needs it, once with names and once with aliases. */
export interface Tidings {
  seq: number;
  type: string;
  /** Null for what the stream does not tell. */
  comment: CommentRow | null;
  facts: CommentFacts | null;
  line(hidden: boolean): Buffer;
}

async function aliasesOf(assignmentId: Id): Promise<Aliases> {
  const rows = await db().alias.findMany({
    where: { assignmentId },
    select: { id: true, name: true, membershipId: true },
  });
  return new Map(rows.map(({ membershipId, ...alias }) => [membershipId, alias]));
}

const nothing = Buffer.alloc(0);

export interface RoomOfTalk {
  id: Id;
  assignmentId: Id;
  names: "named" | "pseudonyms";
}

/** The next events of a room, ready to be told. At most four statements, whatever there is. */
export async function tidingsAfter(room: RoomOfTalk, seq: number): Promise<Tidings[]> {
  const events = await eventsAfter(room.id, seq, BATCH);
  const told = events.some((event) => event.comment !== null);
  // Read after the events: whoever wrote had an alias before.
  const aliases = told && room.names === "pseudonyms" ? await aliasesOf(room.assignmentId) : new Map();
  return events.map((event) => {
    const { comment } = event;
    const lines: { hidden?: Buffer; named?: Buffer } = {};
    return {
      seq: event.seq,
      type: event.type,
      comment,
      facts: comment && factsOfEvent({ comment }),
      line(hidden) {
        if (!comment) return nothing;
        const naming = { hidden, names: room.names, aliases };
        const variant = hidden ? "hidden" : "named";
        lines[variant] ??= Buffer.from(commentLine(frameOf(room.id, { ...event, comment }, naming)));
        return lines[variant];
      },
    };
  });
}

/** What one viewer is told of some events, in one piece; empty when it is nothing. */
export function tell(
  room: Id,
  tidings: readonly Tidings[],
  { viewer, readingId, after }: { viewer: Viewer; readingId: Id; after: number },
  now: Date,
): Buffer {
  const lines = tidings
    .filter(
      ({ seq, comment, facts }) =>
        seq > after && comment?.readingId === readingId && facts && seesComment(viewer, room, facts, now),
    )
    .map((one) => one.line(viewer.hidden));
  const [only = nothing] = lines;
  return lines.length > 1 ? Buffer.concat(lines) : only;
}
