import { nameKey } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "./db";

const mustBeFree = (name: string, others: readonly { name: string }[]) => {
  if (others.some((other) => nameKey(other.name) === nameKey(name))) refuse({ code: "name-taken" });
};

/** Refuses `name-taken` when another set of the course goes by this name. */
export async function mustBeFreeSetName(
  tx: Transaction,
  courseId: Id,
  set: { id: Id; name: string },
): Promise<void> {
  const where = { courseId, id: { not: set.id } };
  mustBeFree(set.name, await tx.groupSet.findMany({ where, select: { name: true } }));
}

/** Refuses `name-taken` when another section of the course goes by this name. */
export async function mustBeFreeSectionName(
  tx: Transaction,
  courseId: Id,
  section: { id: Id; name: string },
): Promise<void> {
  const where = { courseId, id: { not: section.id } };
  mustBeFree(section.name, await tx.section.findMany({ where, select: { name: true } }));
}
