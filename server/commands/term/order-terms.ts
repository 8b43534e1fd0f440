import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Puts the terms in this order; those it does not name come after them as they were. Refuses `not-found` for what is
 * no term of the course.
 */
export async function orderTerms(access: CourseAccess, ids: readonly Id[]): Promise<{ ids: Id[] }> {
  authorize(access, "term.write");
  const { courseId } = access;
  return transaction(async (tx) => {
    const rows = await tx.term.findMany({
      where: { courseId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const known = rows.map(({ id }) => id);
    if (ids.some((id) => !known.includes(id))) refuse({ code: "not-found" });
    const order = [...new Set([...ids, ...known])];
    for (const [at, id] of order.entries()) {
      await tx.term.updateMany({ where: { id, courseId }, data: { position: at + 1 } });
    }
    return { ids: order };
  });
}
