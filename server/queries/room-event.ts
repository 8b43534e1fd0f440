import { hasOpened } from "@/domain/access/discussion";
import type { Frame } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { type CommentRow, commentFields, toWire } from "./comment";
import { keyOf, type Naming } from "./voice";

/** An event of a room with the comment it is about as that stands now; null for what the reader does not show. */
export interface RoomEvent {
  seq: number;
  type: string;
  comment: CommentRow | null;
  actor: { id: Id; role: "instructor" | "assistant" | "student" | "observer" };
}

/** Events of a room after `seq`, in order, at most `limit`. At most three statements, whatever there is. */
export async function eventsAfter(roomId: Id, seq: number, limit: number): Promise<RoomEvent[]> {
  const events = await db().event.findMany({
    where: { roomId, seq: { gt: seq } },
    orderBy: { seq: "asc" },
    take: limit,
    select: { seq: true, type: true, subjectId: true, actorId: true },
  });
  if (events.length === 0) return [];
  const subjects = events
    .filter((event) => event.type.startsWith("comment."))
    .map((event) => event.subjectId);
  const rows = await db().comment.findMany({
    where: { id: { in: [...new Set(subjects)] } },
    select: commentFields,
  });
  const comments = new Map(rows.map((row) => [row.id, row]));
  const actors = await db().membership.findMany({
    where: { id: { in: [...new Set(events.map((event) => event.actorId))] } },
    select: { id: true, role: true },
  });
  const roles = new Map(actors.map((actor) => [actor.id, actor.role]));
  return events.map((event) => ({
    seq: event.seq,
    type: event.type,
    comment: comments.get(event.subjectId) ?? null,
    actor: { id: event.actorId, role: roles.get(event.actorId) ?? "student" },
  }));
}

/** The line that travels, in the names that `naming` tells. One for all: it cites only what is open to everybody. */
export function frameOf(
  roomId: Id,
  event: RoomEvent & { comment: CommentRow },
  naming: Naming,
  now: Date,
): Frame {
  const comment = toWire(event.comment, naming, (assignment) => hasOpened(assignment, now));
  return { room: roomId, seq: event.seq, type: event.type, actor: keyOf(naming, event.actor), comment };
}
