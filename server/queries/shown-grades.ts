import { isWithin, type Measure, totalOf } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "@/server/adapters/db";
import { measureFields, toMeasure } from "./grade";
import { givenFields, givenIn } from "./grade-standing";

/**
 * Refuses `grades-shown` where a released grade of an assignment would come to something else than it did by other
 * points, or to more than there is: that is for its grader to change, who owes a reason. Hold the assignment's row.
 */
export async function mustComeToTheSame(
  tx: Transaction,
  assignmentId: Id,
  before: Pick<Measure, "most" | "participation">,
): Promise<void> {
  const row = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { ...measureFields, grades: { where: { releasedAt: { not: null } }, select: givenFields } },
  });
  const after = toMeasure(row);
  const isAnother = row.grades.some((grade) => {
    const given = givenIn(grade);
    const total = totalOf(after, given);
    return total !== totalOf({ ...after, ...before }, given) || (total !== null && !isWithin(after, total));
  });
  if (isAnother) refuse({ code: "grades-shown" });
}
