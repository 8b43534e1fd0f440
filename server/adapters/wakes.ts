import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";

/** Where somebody is in a reading, as it travels between processes; nobody stores it. */
export interface PresenceWake {
  kind: "presence";
  courseId: Id;
  assignmentId: Id;
  readingId: Id;
  /** Null: everybody in the discussion may know. */
  groupId: Id | null;
  /** For those who are told only aliases. */
  hidden: Voice;
  named: Voice;
  /** Position of the paragraph in sight. */
  at: number | null;
  /** The thread in which a reply is being written. */
  typing: Id | null;
  /** The group in which that thread is; left out where everybody in the discussion reads it. */
  typingIn?: Id;
  gone: boolean;
}

/**
 * What one process tells all others: that there is something to look at, never what it is. A lost wake costs time and
 * no news, because whoever is woken reads the database from where it stopped.
 */
export type Wake =
  | { kind: "room"; roomId: Id; courseId: Id }
  /** Sessions of this person may have ended. */
  | { kind: "person"; userId: Id }
  | PresenceWake
  /** Wakes may have been lost: look at everything. */
  | { kind: "resync" };

/** Of two waiting wakes with one key the later says it all. */
export function keyOfWake(wake: Wake): string {
  switch (wake.kind) {
    case "room":
      return `room ${wake.roomId}`;
    case "person":
      return `person ${wake.userId}`;
    case "presence":
      return `presence ${wake.readingId} ${wake.named.key}`;
    case "resync":
      return "resync";
  }
}

/** PostgreSQL takes less than 8000 bytes in one notification. */
const MOST_BYTES = 7_900;

/** Wakes as JSON arrays, as few as fit. */
export function packWakes(wakes: Iterable<Wake>): string[] {
  const packs: string[] = [];
  let parts: string[] = [];
  let size = 2;
  for (const wake of wakes) {
    const part = JSON.stringify(wake);
    const bytes = Buffer.byteLength(part) + 1;
    if (parts.length > 0 && size + bytes > MOST_BYTES) {
      packs.push(`[${parts.join(",")}]`);
      parts = [];
      size = 2;
    }
    parts.push(part);
    size += bytes;
  }
  return parts.length > 0 ? [...packs, `[${parts.join(",")}]`] : packs;
}

export const unpackWakes = (pack: string): Wake[] => JSON.parse(pack) as Wake[];
