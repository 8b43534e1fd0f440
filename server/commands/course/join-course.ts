import { v7 as uuidv7 } from "uuid";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { giveAliasesTo } from "@/server/adapters/aliases";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { placeStudent } from "@/server/adapters/groups";
import { countAttempt } from "@/server/adapters/rate-limit";
import type { SessionClaim } from "@/server/queries/course-access";
import { personOf } from "@/server/queries/person";

/** Joins the course with this code as a student; who is in it already stays what they are. */
export async function joinCourse(claim: SessionClaim, code: string, now: Date): Promise<{ id: Id }> {
  const person = await personOf(claim);
  await countAttempt("joinCourse", person.id);
  return transaction(async (tx) => {
    const course = await tx.course.findUnique({ where: { joinCode: code }, select: { id: true } });
    if (!course) refuse({ code: "unknown-join-code" });
    const membershipId = uuidv7();
    const { count } = await tx.membership.createMany({
      data: { id: membershipId, courseId: course.id, userId: person.id, role: "student", joinedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) {
      // Whoever was taken off the roster does not come back with a code that hangs on the wall.
      const member = await tx.membership.findFirst({ where: { courseId: course.id, userId: person.id } });
      if (member?.withdrawnAt) refuse({ code: "unknown-join-code" });
      return course;
    }
    await recordAtDesk(tx, {
      type: "member.joined",
      payload: { role: "student" },
      courseId: course.id,
      actorId: membershipId,
      subjectId: membershipId,
      at: now,
    });
    // After the event: the desk's row lock comes first, here as wherever people are moved.
    await giveAliasesTo(tx, course.id, membershipId);
    await placeStudent(tx, membershipId, { courseId: course.id, actorId: membershipId, at: now });
    return course;
  });
}
