import { type NewAssignment, refusalOf } from "@/domain/assignment/assignment";
import { refuse } from "@/domain/refusal";
import { giveClassAliases } from "@/server/adapters/aliases";
import { fieldsOf, holdDesk, keepParts, namingIn } from "@/server/adapters/assignment-parts";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { type AssignmentView, assignmentOf, mustBeUsable } from "@/server/queries/assignment";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/** Makes an assignment as a draft that only staff see. Idempotent by id. */
export async function createAssignment(
  access: CourseAccess,
  { id, draft }: NewAssignment,
  now: Date,
): Promise<AssignmentView> {
  authorize(access, "assignment.write");
  const refusal = refusalOf(draft, false);
  if (refusal) refuse(refusal);
  await mustBeUsable(access, {
    ...draft,
    versionIds: draft.readings.map((reading) => reading.versionId),
  });

  const { courseId } = access;
  const isTaken = await transaction(async (tx) => {
    await holdDesk(tx, courseId);
    const last = await tx.assignment.aggregate({ where: { courseId }, _max: { position: true } });
    const { count } = await tx.assignment.createMany({
      data: { id, courseId, ...fieldsOf(draft), position: (last._max.position ?? 0) + 1, createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return (await tx.assignment.count({ where: { id, courseId } })) === 0;
    await keepParts(tx, { assignmentId: id, courseId, published: false, readings: [], prompts: [] }, draft);
    await giveClassAliases(tx, { id, courseId, names: namingIn(draft) });
    await recordAtDesk(tx, {
      type: "assignment.created",
      payload: { title: draft.title },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
    return false;
  });
  if (isTaken) refuse({ code: "id-taken" });
  return assignmentOf(access, id);
}
