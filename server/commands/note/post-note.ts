import type { NewNote, NoteView } from "@/domain/prompt/evidence";
import { refuse } from "@/domain/refusal";
import { giveAliases } from "@/server/adapters/aliases";
import { keepCitations } from "@/server/adapters/citations";
import { db, transaction } from "@/server/adapters/db";
import { type NewEvent, recordAtDesk, recordEvent } from "@/server/adapters/event-log";
import { resolveCitations } from "@/server/queries/citation";
import type { CourseAccess } from "@/server/queries/course-access";
import { findNote } from "@/server/queries/note";
import { subjectOf } from "@/server/queries/note-subject";

/** Posts a word in a thread. Posting the same id again answers with what is there. */
export async function postNote(access: CourseAccess, input: NewNote, now: Date): Promise<NoteView> {
  const { courseId, actor } = access;
  const subject = await subjectOf(access, input.on, now);
  if (!subject.takesWords) {
    // Sent again after the close, because the first answer was lost.
    const mine = { id: input.id, courseId, authorId: actor.membershipId };
    if ((await db().note.count({ where: mine })) > 0) return ownNote(access, input, now);
    subject.refuse();
  }
  const citations = await resolveCitations(access, input.body, now);
  await transaction(async (tx) => {
    if (subject.place) {
      await giveAliases(tx, subject.place, actor.role === "student" ? [actor.membershipId] : []);
    }
    if (!(await subject.hold(tx))) refuse({ code: "deleted" });
    const { count } = await tx.note.createMany({
      data: {
        id: input.id,
        courseId,
        ...subject.where,
        authorId: actor.membershipId,
        body: input.body,
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await keepCitations(tx, { courseId, noteId: input.id }, citations);
    const event: NewEvent = {
      type: "note.posted",
      payload: { on: input.on.kind, subjectId: input.on.id },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.id,
      at: now,
    };
    await (subject.roomId ? recordEvent(tx, subject.roomId, event) : recordAtDesk(tx, event));
  });
  return ownNote(access, input, now);
}

/** What stands under an id that was just posted; refuses `id-taken` when it is somebody else's, or elsewhere. */
async function ownNote(access: CourseAccess, { id, on }: NewNote, now: Date): Promise<NoteView> {
  const { view, mine, subject } = await findNote(access, id, now);
  const isIt = mine && subject.on.kind === on.kind && subject.on.id === on.id;
  return isIt ? view : refuse({ code: "id-taken" });
}
