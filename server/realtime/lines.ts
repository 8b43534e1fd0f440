import type { Voice } from "@/domain/comment/voice";
import type { Frame } from "@/domain/comment/wire";
import type { Change } from "@/domain/reading/change";

/** Lines of the stream, in the form of server-sent events. Data never holds a line break: JSON escapes them. */
const line = (event: string, data: string) => `event: ${event}\ndata: ${data}\n\n`;

/** What happened to a comment; its id is how far the reader has come in the room. */
export const commentLine = (frame: Frame) =>
  `id: ${frame.room}:${frame.seq}\n${line("comment", JSON.stringify(frame))}`;

/** How far the reader has come, also past events that are not for them. */
export const atLine = (cursor: string) => line("at", cursor);

/** What the reader holds may be incomplete: they fetch it again, and go on from this cursor. */
export const resetLine = (cursor: string) => line("reset", cursor);

/** Something on a page has changed. */
export const changeLine = (change: Change) => line("change", JSON.stringify(change));

/** Something may have happened while the page was away: it looks again. */
export const againLine = line("again", "{}");

/** What may be seen of a page has changed: it is fetched anew. */
export const viewLine = line("view", "{}");

/** The text of the reading has a new version: what the reader has before them is the former. */
export const movedLine = line("moved", "{}");

export type EndReason = "signed-out" | "not-found";

/** The last line: whoever comes again is refused for the same reason. */
export const endLine = (reason: EndReason) => line("end", JSON.stringify({ reason }));

export interface Sighting extends Voice {
  /** Position of the paragraph in sight. */
  at: number | null;
  /** The thread in which a reply is being written. */
  typing: string | null;
  gone: boolean;
}

export const presenceLine = (sighting: Sighting) => line("presence", JSON.stringify(sighting));
