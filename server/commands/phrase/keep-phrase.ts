import type { NewPhrase } from "@/domain/grading/grade-phrase";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { findPhrase, type PhraseView } from "@/server/queries/phrase";

/** Keeps words to say again. Idempotent by id. */
export async function keepPhrase(access: CourseAccess, input: NewPhrase, now: Date): Promise<PhraseView> {
  authorize(access, "phrase.write");
  const { courseId, actor } = access;
  const authorId = actor.membershipId;
  await transaction(async (tx) => {
    const { count } = await tx.phrase.createMany({
      data: { ...input, courseId, authorId, createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAtDesk(tx, {
      type: "phrase.kept",
      payload: { shared: input.shared },
      courseId,
      actorId: authorId,
      subjectId: input.id,
      at: now,
    });
  });
  const isOwn = (await db().phrase.count({ where: { id: input.id, courseId, authorId } })) > 0;
  return isOwn ? findPhrase(access, input.id) : refuse({ code: "id-taken" });
}
