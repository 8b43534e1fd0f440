import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { type CourseDetails, codeFrom } from "@/domain/course/course";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import type { SessionClaim } from "@/server/queries/course-access";
import { personOf } from "@/server/queries/person";

/** Opens a course; whoever opens it is its instructor. Idempotent by id. */
export async function createCourse(
  claim: SessionClaim,
  input: CourseDetails & { id: Id },
  now: Date,
): Promise<{ id: Id }> {
  const person = await personOf(claim);
  await transaction(async (tx) => {
    const { count } = await tx.course.createMany({
      data: { ...input, joinCode: codeFrom(randomBytes(8)), createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) {
      const mine = await tx.membership.findFirst({ where: { courseId: input.id, userId: person.id } });
      if (!mine) refuse({ code: "id-taken" });
      return;
    }
    const membershipId = uuidv7();
    await tx.membership.create({
      data: { id: membershipId, courseId: input.id, userId: person.id, role: "instructor", joinedAt: now },
    });
    await recordAtDesk(tx, {
      type: "course.created",
      payload: { title: input.title },
      courseId: input.id,
      actorId: membershipId,
      subjectId: input.id,
      at: now,
    });
  });
  return { id: input.id };
}
