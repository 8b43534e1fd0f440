import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { NoteView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { type NewEvent, recordAtDesk, recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { findNote } from "@/server/queries/note";

/** Deletes a note: its words are kept among its versions, its place in the thread stays. Deleting again changes nothing. */
export async function deleteNote(access: CourseAccess, id: Id, now: Date): Promise<NoteView> {
  const { courseId, actor } = access;
  const { row, view, subject, mine } = await findNote(access, id, now);
  if (view.deleted) return view;
  if (!can(actor, "note.delete", { authorId: row.authorId, deleted: false }, subject)) {
    if (mine) subject.refuse();
    refuse({ code: "not-allowed" });
  }
  await transaction(async (tx) => {
    const { count } = await tx.note.updateMany({
      where: { id, version: row.version, deletedAt: null },
      data: { deletedAt: now, body: "", version: { increment: 1 } },
    });
    if (count === 0) return;
    await tx.noteVersion.create({
      data: {
        noteId: id,
        courseId,
        version: row.version,
        body: row.body,
        at: view.editedAt ?? view.createdAt,
      },
    });
    await tx.citation.deleteMany({ where: { noteId: id } });
    const event: NewEvent = {
      type: "note.deleted",
      payload: { byStaff: !mine },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    };
    await (subject.roomId ? recordEvent(tx, subject.roomId, event) : recordAtDesk(tx, event));
  });
  // Read again: an edit may have come between, and what it says was not meant to go.
  const standing = (await findNote(access, id, now)).view;
  if (standing.deleted) return standing;
  return refuse({ code: "stale", current: { version: standing.version, text: standing.body } });
}
