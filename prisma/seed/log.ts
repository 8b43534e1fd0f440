import type { Transaction } from "@/server/adapters/db";
import { type NewEvent, openRoom } from "@/server/adapters/event-log";

const AT_ONCE = 500;

/**
 * The demo's event log. What happened is told of one noun after the other and written down at the end, each room's
 * events numbered by when they happened, as they would be had the course been lived through.
 */
export class DemoLog {
  private readonly events: { room: string; event: NewEvent }[] = [];

  record(room: string, event: NewEvent): void {
    this.events.push({ room, event });
  }

  async write(tx: Transaction): Promise<void> {
    const last = new Map<string, number>();
    const rows = this.events
      .toSorted((a, b) => a.event.at.getTime() - b.event.at.getTime())
      .map(({ room, event }) => {
        const seq = (last.get(room) ?? 0) + 1;
        last.set(room, seq);
        return { roomId: room, seq, ...event };
      });
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await tx.event.createMany({ data: rows.slice(from, from + AT_ONCE) });
    for (const [id, lastSeq] of last) await tx.room.update({ where: { id }, data: { lastSeq } });
  }
}

/** The course's own room, in which staff's acts and everybody's stances are logged. */
export const deskOf = (tx: Transaction, courseId: string) =>
  openRoom(tx, { courseId, assignmentId: null, groupId: null });
