import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { Aliases } from "@/server/queries/discussion";
import { eventsAfter } from "@/server/queries/room-event";
import { Tidings } from "./tidings";

export interface RoomOfTalk {
  id: Id;
  assignmentId: Id;
  names: "named" | "pseudonyms";
  /** Whether anybody in the room is told aliases. */
  aliased: boolean;
}

async function aliasesOf(assignmentId: Id): Promise<Aliases> {
  const rows = await db().alias.findMany({
    where: { assignmentId },
    select: { id: true, name: true, membershipId: true },
  });
  return new Map(rows.map(({ membershipId, ...alias }) => [membershipId, alias]));
}

/** The next events of a room, ready to be told. At most four statements, whatever there is. */
export async function tidingsAfter(room: RoomOfTalk, seq: number, limit: number): Promise<Tidings[]> {
  const events = await eventsAfter(room.id, seq, limit);
  const named = room.aliased && events.some((event) => event.comment !== null);
  // Read after the events: whoever wrote had an alias before.
  const aliases: Aliases = named ? await aliasesOf(room.assignmentId) : new Map();
  return events.map((event) => new Tidings(room.id, event, { names: room.names, aliases }));
}
