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

/** Every room of these courses, with its last event's number. */
export async function courseRooms(courseIds: Id[]): Promise<{ id: Id; courseId: Id; lastSeq: number }[]> {
  const { rows } = await pool().query<{ id: Id; courseId: Id; lastSeq: number }>(
    'SELECT id, "courseId", "lastSeq" FROM "Room" WHERE "courseId" = ANY($1::uuid[])',
    [courseIds],
  );
  return rows;
}

/** The session number that stands for each of these people. */
export async function sessionVersions(userIds: Id[]): Promise<Map<Id, number>> {
  const { rows } = await pool().query<{ id: Id; sessionVersion: number }>(
    'SELECT id, "sessionVersion" FROM "User" WHERE id = ANY($1::uuid[])',
    [userIds],
  );
  return new Map(rows.map((row) => [row.id, row.sessionVersion]));
}

/** Whether a reading shows another version of its text than this. */
export async function hasMoved(readingId: Id, versionId: Id): Promise<boolean> {
  const { rows } = await pool().query<{ versionId: Id }>('SELECT "versionId" FROM "Reading" WHERE id = $1', [
    readingId,
  ]);
  return rows[0] !== undefined && rows[0].versionId !== versionId;
}
