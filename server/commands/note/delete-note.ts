import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { NoteView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { type NewEvent, recordAtDesk, recordEvent } from "@/server/adapters/event-log";
import type { CourseAccess } from "@/server/queries/course-access";
import { findNote } from "@/server/queries/note";

/** Deletes a note: its words go, its place in the thread stays. Deleting again changes nothing. */
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
      where: { id, deletedAt: null },
      data: { deletedAt: now, body: "", version: { increment: 1 } },
    });
    if (count === 0) return;
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
  return (await findNote(access, id, now)).view;
}
