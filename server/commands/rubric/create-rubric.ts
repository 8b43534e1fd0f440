import { randomUUID } from "node:crypto";
import type { NewRubric } from "@/domain/grading/rubric";
import { refuse } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type RubricView, rubricFields, toRubric } from "@/server/queries/rubric";

/** Writes a rubric. Idempotent by id: sent again, the first one is given back. */
export async function createRubric(access: CourseAccess, input: NewRubric, now: Date): Promise<RubricView> {
  authorize(access, "rubric.write");
  const { courseId } = access;
  const { id, rubric } = input;
  const criteria = rubric.criteria.map((criterion, position) => ({
    id: randomUUID(),
    courseId,
    rubricId: id,
    position: position + 1,
    name: criterion.name,
    description: criterion.description,
  }));
  const levels = rubric.criteria.flatMap((criterion, at) =>
    criterion.levels.map((level, position) => ({
      id: randomUUID(),
      courseId,
      criterionId: criteria[at]?.id ?? "",
      position: position + 1,
      name: level.name,
      points: level.points,
    })),
  );

  await transaction(async (tx) => {
    const { count } = await tx.rubric.createMany({
      data: { id, courseId, title: rubric.title, holistic: rubric.holistic },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await tx.rubricCriterion.createMany({ data: criteria });
    await tx.rubricLevel.createMany({ data: levels });
    await recordAtDesk(tx, {
      type: "rubric.created",
      payload: { title: rubric.title },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  const row = await db().rubric.findUnique({ where: { id, courseId }, select: rubricFields });
  return row ? toRubric(row) : refuse({ code: "id-taken" });
}
