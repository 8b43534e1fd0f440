import type { Cursor } from "@/domain/comment/cursor";
import type { Id } from "@/domain/id";
import type { Gate } from "./gate";
import type { Room, RoomPlace } from "./room";
import { lastSeqs } from "./standing";
import type { Subscriber } from "./subscriber";

/** Whoever is further behind than this fetches the discussion anew, which is less work for both. */
export const MOST_BEHIND = 500;

/**
 * Where each room goes on for a reader who holds `held`; null when that is of no use: too far behind, or ahead of a
 * room, which happens when a database has been restored. A room that the cursor does not name was opened after it was
 * made, and is told from its beginning.
 */
export function startFrom(held: Cursor, last: ReadonlyMap<Id, number>): Map<Id, number> | null {
  const start = new Map([...last.keys()].map((room) => [room, held.get(room) ?? 0] as const));
  const fits = [...last].every(([room, seq]) => {
    const at = start.get(room) ?? 0;
    return at <= seq && seq - at <= MOST_BEHIND;
  });
  return fits ? start : null;
}

export interface Rooms {
  readonly throughGate: Gate;
  /** The room as this process follows it, from now on. */
  follow(place: RoomPlace): Room;
  leave(roomId: Id, subscriber: Subscriber): void;
}

/**
 * Puts a subscriber into the rooms that their viewer may enter and brings them up to date. They are registered before
 * the database is asked where the rooms are, so that nothing falls between. With `held` null, what they hold is out
 * of date: they are told to fetch it again.
 */
export async function enter(rooms: Rooms, subscriber: Subscriber, held: Cursor | null): Promise<void> {
  const { viewer } = subscriber;
  if (!viewer || subscriber.closed) return;
  for (const room of subscriber.seqs.keys()) {
    if (!viewer.rooms.has(room)) rooms.leave(room, subscriber);
  }
  subscriber.live.clear();
  const assignmentId = viewer.discussion.assignment.id;
  const followed = [...viewer.rooms.keys()].map((id) => ({ id, room: rooms.follow({ id, assignmentId }) }));
  for (const { room } of followed) room.subscribers.add(subscriber);

  const known = await rooms.throughGate(() => lastSeqs([...viewer.rooms.keys()]));
  if (subscriber.closed) return;
  const last = new Map([...viewer.rooms.keys()].map((id) => [id, known.get(id) ?? 0]));
  for (const { id, room } of followed) room.begin(last.get(id) ?? 0);
  const start = held && startFrom(held, last);
  for (const [id, seq] of start ?? last) {
    // What has been told is not told again.
    subscriber.seqs.set(id, start ? seq : Math.max(seq, subscriber.seqs.get(id) ?? 0));
  }
  if (!start) subscriber.reset();
  for (const { room } of followed) await room.catchUp(subscriber);
  if (start) subscriber.beat();
}
