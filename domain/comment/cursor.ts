/** How far a reader has come in each room: the number of the last event seen there. */
export type Cursor = ReadonlyMap<string, number>;

const ENTRY = /^([0-9a-f-]{36}):(\d{1,9})$/;

/** The header's form: `room:seq,room:seq`. What is not well formed is left out. */
export function parseCursor(text: string): Map<string, number> {
  const cursor = new Map<string, number>();
  for (const entry of text.split(",")) {
    const match = ENTRY.exec(entry.trim());
    if (match?.[1]) cursor.set(match[1], Number(match[2]));
  }
  return cursor;
}

export const formatCursor = (cursor: Cursor): string =>
  [...cursor].map(([room, seq]) => `${room}:${seq}`).join(",");

/** The further of two in every room. */
export function laterCursor(a: Cursor, b: Cursor): Map<string, number> {
  const later = new Map(a);
  for (const [room, seq] of b) later.set(room, Math.max(seq, later.get(room) ?? 0));
  return later;
}
