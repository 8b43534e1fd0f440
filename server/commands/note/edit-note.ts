import { can } from "@/domain/access/policy";
import type { NoteEdit, NoteView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { keepCitations } from "@/server/adapters/citations";
import { transaction } from "@/server/adapters/db";
import { type NewEvent, recordAtDesk, recordEvent } from "@/server/adapters/event-log";
import { formerText, resolveCitations } from "@/server/queries/citation";
import type { CourseAccess } from "@/server/queries/course-access";
import { findNote } from "@/server/queries/note";

/** Whether the note stands as this edit leaves it: just saved, or by the same edit sent before. */
const saysAsMuch = (view: NoteView, input: NoteEdit) =>
  !view.deleted && view.version === input.version + 1 && view.body === input.body;

/** Edits one's own note. Refuses `stale` with the newer text. */
export async function editNote(access: CourseAccess, input: NoteEdit, now: Date): Promise<NoteView> {
  const { courseId, actor } = access;
  const { row, view, subject, mine } = await findNote(access, input.id, now);
  if (view.deleted) refuse({ code: "deleted" });
  if (mine && saysAsMuch(view, input)) return view;
  if (!can(actor, "note.edit", { authorId: row.authorId, deleted: false }, subject)) {
    if (mine) subject.refuse();
    refuse({ code: "not-allowed" });
  }
  if (row.version === input.version) {
    const former = await formerText(access, { noteId: row.id }, row.body);
    const citations = await resolveCitations(access, input.body, now, former);
    await transaction(async (tx) => {
      const { count } = await tx.note.updateMany({
        where: { id: row.id, version: input.version, deletedAt: null },
        data: { body: input.body, version: { increment: 1 }, editedAt: now },
      });
      if (count === 0) return;
      await tx.noteVersion.create({
        data: {
          noteId: row.id,
          courseId,
          version: row.version,
          body: row.body,
          at: view.editedAt ?? view.createdAt,
        },
      });
      await keepCitations(tx, { courseId, noteId: row.id }, citations);
      const event: NewEvent = {
        type: "note.edited",
        payload: { version: input.version + 1 },
        courseId,
        actorId: actor.membershipId,
        subjectId: row.id,
        at: now,
      };
      await (subject.roomId ? recordEvent(tx, subject.roomId, event) : recordAtDesk(tx, event));
    });
  }
  // Read again: another edit or a deletion may have come between.
  const { view: standing } = await findNote(access, input.id, now);
  if (saysAsMuch(standing, input)) return standing;
  if (standing.deleted) refuse({ code: "deleted" });
  return refuse({ code: "stale", current: { version: standing.version, text: standing.body } });
}
