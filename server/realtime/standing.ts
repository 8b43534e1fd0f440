import type { Id } from "@/domain/id";
import { pool } from "@/server/adapters/db";

/** The last event's number of each of these rooms; a room that nobody has opened yet is left out. */
export async function lastSeqs(roomIds: Id[]): Promise<Map<Id, number>> {
  const { rows } = await pool().query<{ id: Id; lastSeq: number }>(
    'SELECT id, "lastSeq" FROM "Room" WHERE id = ANY($1::uuid[])',
    [roomIds],
  );
  return new Map(rows.map((row) => [row.id, row.lastSeq]));
}

/** The session number that stands for each of these people. */
export async function sessionVersions(userIds: Id[]): Promise<Map<Id, number>> {
  const { rows } = await pool().query<{ id: Id; sessionVersion: number }>(
    'SELECT id, "sessionVersion" FROM "User" WHERE id = ANY($1::uuid[])',
    [userIds],
  );
  return new Map(rows.map((row) => [row.id, row.sessionVersion]));
}
