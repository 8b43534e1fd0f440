import { v5 as uuidv5 } from "uuid";
import type { EventBody } from "@/domain/event";
import type { Id } from "@/domain/id";
import { afterCommit } from "./after-commit";
import type { Transaction } from "./db";
import { announce } from "./pubsub";

/** Fixed, so that every process derives the same room id and two of them cannot open the same room twice. */
const ROOMS = "6f6f1d3e-5f0a-5c49-9a3b-0d1f6f6d7e21";

export interface RoomAddress {
  courseId: Id;
  /** Null: the course's own desk, where staff's acts are logged. */
  assignmentId: Id | null;
  /** Null: the assignment has no groups. */
  groupId: Id | null;
}

export const roomId = (address: RoomAddress): Id =>
  uuidv5(`${address.courseId}/${address.assignmentId ?? "desk"}/${address.groupId ?? "all"}`, ROOMS);

/** Opens the room if nobody has been there yet. */
export async function openRoom(tx: Transaction, address: RoomAddress): Promise<Id> {
  const id = roomId(address);
  await tx.room.createMany({ data: { id, ...address }, skipDuplicates: true });
  return id;
}

export type NewEvent = EventBody & { courseId: Id; actorId: Id; subjectId: Id; at: Date };

/**
 * Appends an event to a room. The number is taken under the room's row lock, which is held until the transaction
 * commits: numbers are in commit order, and whoever has read up to n misses nothing below it. Those who watch the room
 * are told after the commit.
 */
export async function recordEvent(tx: Transaction, room: Id, event: NewEvent): Promise<number> {
  const { lastSeq } = await tx.room.update({
    where: { id: room },
    data: { lastSeq: { increment: 1 } },
    select: { lastSeq: true },
  });
  const { courseId, actorId, subjectId, at, type, payload } = event;
  await tx.event.create({
    data: { courseId, roomId: room, seq: lastSeq, type, actorId, subjectId, payload, at },
  });
  afterCommit(tx, () => announce({ kind: "room", roomId: room, courseId }));
  return lastSeq;
}

/** An event of the course's desk: sources, assignments, grades, people. */
export async function recordAtDesk(tx: Transaction, event: NewEvent): Promise<number> {
  return recordEvent(
    tx,
    await openRoom(tx, { courseId: event.courseId, assignmentId: null, groupId: null }),
    event,
  );
}

/** Several events of one course's desk, in this order: as many statements for many as for few. */
export async function recordEachAtDesk(tx: Transaction, events: NewEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  const { courseId } = first;
  const room = await openRoom(tx, { courseId, assignmentId: null, groupId: null });
  const { lastSeq } = await tx.room.update({
    where: { id: room },
    data: { lastSeq: { increment: events.length } },
    select: { lastSeq: true },
  });
  await tx.event.createMany({
    data: events.map(({ type, actorId, subjectId, payload, at }, place) => ({
      courseId,
      roomId: room,
      seq: lastSeq - events.length + 1 + place,
      type,
      actorId,
      subjectId,
      payload,
      at,
    })),
  });
  afterCommit(tx, () => announce({ kind: "room", roomId: room, courseId }));
}
