import { can } from "@/domain/access/policy";
import type { PhraseSharing } from "@/domain/grading/grade-phrase";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findPhrase, type PhraseView } from "@/server/queries/phrase";

async function ownPhrase(access: CourseAccess, id: Id): Promise<PhraseView> {
  const phrase = await findPhrase(access, id);
  return can(access.actor, "phrase.change", phrase) ? phrase : refuse({ code: "not-allowed" });
}

/** Gives one's phrase to the other graders too, or no longer. Saying it again changes nothing. */
export async function sharePhrase(
  access: CourseAccess,
  input: PhraseSharing,
  now: Date,
): Promise<PhraseView> {
  const { id, shared } = input;
  await ownPhrase(access, id);
  await transaction(async (tx) => {
    const { count } = await tx.phrase.updateMany({ where: { id, shared: !shared }, data: { shared } });
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "phrase.kept",
      payload: { shared },
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  return findPhrase(access, id);
}

/** Forgets one's phrase; the grades that say it stay as they are. Forgetting again changes nothing. */
export async function deletePhrase(access: CourseAccess, id: Id, now: Date): Promise<void> {
  authorize(access, "phrase.write");
  if (await isForgotten(access, id)) return;
  await ownPhrase(access, id);
  await transaction(async (tx) => {
    const { count } = await tx.phrase.deleteMany({ where: { id, authorId: access.actor.membershipId } });
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "phrase.deleted",
      payload: {},
      courseId: access.courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
}

/** Whether this person has deleted it before: their repeated request is done already. */
async function isForgotten({ courseId, actor }: CourseAccess, subjectId: Id): Promise<boolean> {
  const where = { courseId, type: "phrase.deleted", subjectId, actorId: actor.membershipId };
  return (await db().event.count({ where })) > 0;
}

/** Counts that a phrase was put into a grade: the most used stand first. */
export async function countUse(access: CourseAccess, id: Id): Promise<PhraseView> {
  await findPhrase(access, id);
  await db().phrase.updateMany({ where: { id }, data: { uses: { increment: 1 } } });
  return findPhrase(access, id);
}
