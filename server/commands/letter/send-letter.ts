import type { NewLetter } from "@/domain/notification/letter";
import { letterTo } from "@/domain/notification/letter";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type LetterView, letterOf } from "@/server/queries/letter";

/** Writes to several people of the course, to each alone. Idempotent by id; refuses `not-found` for who is not there. */
export async function sendLetter(access: CourseAccess, input: NewLetter, now: Date): Promise<LetterView> {
  authorize(access, "letter.write");
  const { courseId, actor } = access;
  const sent = await letterOf(access, input.id);
  if (sent) return sent;
  const people = await db().membership.findMany({
    where: { id: { in: input.to }, courseId, withdrawnAt: null },
    select: { id: true, user: { select: { name: true } } },
  });
  if (people.length < input.to.length) refuse({ code: "not-found" });
  await transaction(async (tx) => {
    const { count } = await tx.letter.createMany({
      data: { id: input.id, courseId, authorId: actor.membershipId, body: input.body, createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await tx.letterTo.createMany({
      data: people.map(({ id, user }) => ({
        letterId: input.id,
        recipientId: id,
        courseId,
        body: letterTo(user.name, input.body),
      })),
    });
    await recordAtDesk(tx, {
      type: "letter.sent",
      payload: { to: people.length },
      courseId,
      actorId: actor.membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return (await letterOf(access, input.id)) ?? refuse({ code: "id-taken" });
}
