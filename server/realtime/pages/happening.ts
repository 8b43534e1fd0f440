import type { Id } from "@/domain/id";
import type { Change } from "@/domain/reading/change";
import { db } from "@/server/adapters/db";

/** Events of a room that are read at once. */
export const PAGE_BATCH = 200;

/** Whom something may concern: the facts that decide who is told. */
export type Audience =
  | { of: "prompt"; promptId: Id; groupId: Id | null; authorId: Id }
  | { of: "matrix"; readingId: Id }
  | { of: "text"; readingId: Id }
  | { of: "frame" };

/** Something that happened in a course, without its words. */
export interface Happening {
  seq: number;
  type: string;
  subjectId: Id;
  actorId: Id;
  /** Who wrote what it is about, where that may decide what they see. */
  authorId: Id | null;
  /** Null for what no page shows, and for drafts. */
  told: (Omit<Change, "mine"> & { audience: Audience }) | null;
}

const fields = { seq: true, type: true, subjectId: true, actorId: true, payload: true } as const;

interface LoggedEvent {
  seq: number;
  type: string;
  subjectId: Id;
  actorId: Id;
  payload: unknown;
}

/** The next events of a room. At most six statements, whatever there is. */
export async function happeningsAfter(roomId: Id, seq: number): Promise<Happening[]> {
  return withFacts(
    await db().event.findMany({
      where: { roomId, seq: { gt: seq } },
      orderBy: { seq: "asc" },
      take: PAGE_BATCH,
      select: fields,
    }),
  );
}

/** What happened in a course from a moment on, in no order; at most `limit`. At most six statements. */
export async function happeningsFrom(courseId: Id, from: Date, limit: number): Promise<Happening[]> {
  return withFacts(
    await db().event.findMany({ where: { courseId, at: { gte: from } }, take: limit, select: fields }),
  );
}

const startsWith = (prefix: string) => (event: LoggedEvent) => event.type.startsWith(prefix);

/** A signature names the case it is about in its payload. */
function steelmanOf({ type, subjectId, payload }: LoggedEvent): Id {
  const named: unknown =
    typeof payload === "object" && payload && type === "steelman.judged"
      ? Reflect.get(payload, "steelmanId")
      : null;
  return typeof named === "string" ? named : subjectId;
}

async function rowsOf<Row extends { id: Id }>(
  ids: Id[],
  find: (ids: Id[]) => Promise<Row[]>,
): Promise<Map<Id, Row>> {
  if (ids.length === 0) return new Map();
  return new Map((await find([...new Set(ids)])).map((row) => [row.id, row]));
}

async function subjectsOf(events: LoggedEvent[]) {
  const ids = (prefix: string) => events.filter(startsWith(prefix)).map(({ subjectId }) => subjectId);
  const room = { select: { groupId: true } } as const;
  const responses = await rowsOf(ids("response."), (some) =>
    db().response.findMany({
      where: { id: { in: some } },
      select: { id: true, promptId: true, authorId: true, submittedAt: true, room },
    }),
  );
  const steelmen = await rowsOf(events.filter(startsWith("steelman.")).map(steelmanOf), (some) =>
    db().steelman.findMany({
      where: { id: { in: some } },
      select: { id: true, promptId: true, authorId: true, room },
    }),
  );
  const notes = await rowsOf(ids("note."), (some) =>
    db().note.findMany({ where: { id: { in: some } }, select: { id: true, evidenceId: true } }),
  );
  const annotated = [...notes.values()].flatMap(({ evidenceId }) => evidenceId ?? []);
  const pieces = await rowsOf([...ids("evidence."), ...annotated], (some) =>
    db().evidence.findMany({
      where: { id: { in: some } },
      select: { id: true, authorId: true, readingId: true, filedAt: true },
    }),
  );
  const comments = await rowsOf(ids("comment."), (some) =>
    db().comment.findMany({ where: { id: { in: some } }, select: { id: true, authorId: true } }),
  );
  return { responses, steelmen, notes, pieces, comments };
}

type Subjects = Awaited<ReturnType<typeof subjectsOf>>;

function toldOfPrompt(event: LoggedEvent, { responses, steelmen }: Subjects): Happening["told"] {
  // Who was given what to read is between them and the server.
  if (event.type === "response.handed") return null;
  const isResponse = event.type.startsWith("response.");
  const response = isResponse ? responses.get(event.subjectId) : undefined;
  const row = response ?? (isResponse ? undefined : steelmen.get(steelmanOf(event)));
  if (!row) return null;
  const { id, promptId, authorId } = row;
  // A draft is its author's alone, and they are writing it.
  if (response && response.submittedAt === null) return null;
  const { groupId } = row.room;
  return {
    kind: isResponse ? "response" : "steelman",
    id,
    audience: { of: "prompt", promptId, groupId, authorId },
  };
}

/** An edit, which may take a piece back to a draft, and a deletion are logged only of what was filed. */
const wasFiled = new Set(["evidence.edited", "evidence.deleted"]);

function toldOfMatrix(event: LoggedEvent, { pieces, notes }: Subjects): Happening["told"] {
  // What is recorded may be a draft; when it is filed, that is an event of its own.
  if (event.type === "evidence.recorded") return null;
  const note = event.type.startsWith("note.") ? notes.get(event.subjectId)?.evidenceId : undefined;
  const piece = pieces.get(note ?? event.subjectId);
  if (!piece || (piece.filedAt === null && !wasFiled.has(event.type))) return null;
  return { kind: "evidence", id: piece.id, audience: { of: "matrix", readingId: piece.readingId } };
}

function toldOf(event: LoggedEvent, subjects: Subjects): Happening["told"] {
  const { type, subjectId } = event;
  if (type === "frame.revised") return { kind: "frame", id: subjectId, audience: { of: "frame" } };
  if (type === "reading.moved") {
    return { kind: "text", id: subjectId, audience: { of: "text", readingId: subjectId } };
  }
  if (type.startsWith("response.") || type.startsWith("steelman.")) return toldOfPrompt(event, subjects);
  if (type.startsWith("evidence.") || type.startsWith("note.")) return toldOfMatrix(event, subjects);
  return null;
}

async function withFacts(events: LoggedEvent[]): Promise<Happening[]> {
  const subjects = await subjectsOf(events);
  return events.map((event) => {
    const { seq, type, subjectId, actorId } = event;
    const written = subjects.comments.get(subjectId) ?? subjects.responses.get(subjectId);
    return {
      seq,
      type,
      subjectId,
      actorId,
      authorId: written?.authorId ?? null,
      told: toldOf(event, subjects),
    };
  });
}
