import type { Transaction } from "@/server/adapters/db";
import { withCitations, writeCitations } from "./citations";
import type { DemoNote } from "./content/argument-types";
import type { Talk } from "./talk";

interface Thread {
  on: "evidence" | "difference";
  subjectId: string;
  /** The room in whose log its talk stands. */
  room: string;
}

/** What was said in the thread of a piece of evidence, or of a difference between two uses of a term. */
export async function writeNotes(
  tx: Transaction,
  talk: Talk,
  thread: Thread,
  notes: DemoNote[],
): Promise<void> {
  const { ids, clock, courseId } = talk;
  const { on, subjectId, room } = thread;
  for (const [index, note] of notes.entries()) {
    const at = clock.moment(note.day);
    const id = ids.make("note", `${subjectId} ${index}`, at);
    const authorId = ids.of("member", note.author);
    const { text, targets } = withCitations(talk, note.body);
    const subject = on === "evidence" ? { evidenceId: subjectId } : { differenceId: subjectId };
    await tx.note.create({ data: { id, courseId, ...subject, authorId, body: text, createdAt: at } });
    await writeCitations(tx, courseId, { noteId: id }, targets);
    talk.log.record(room, {
      type: "note.posted",
      payload: { on, subjectId },
      courseId,
      actorId: authorId,
      subjectId: id,
      at,
    });
  }
}
