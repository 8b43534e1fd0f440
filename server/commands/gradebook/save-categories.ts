import type { CategoriesSave } from "@/domain/grading/categories";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { type CategoriesView, categoriesOf } from "@/server/queries/categories";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Saves all parts of the course's grade at once. An assignment whose category is taken away stands in none. Refuses
 * `stale` when somebody saved them meanwhile, and `id-taken` for an id of another course's.
 */
export async function saveCategories(
  access: CourseAccess,
  { version, categories }: CategoriesSave,
  now: Date,
): Promise<CategoriesView> {
  authorize(access, "categories.write");
  const held = await categoriesOf(access);
  if (held.version === version + 1 && isSame(held.categories, categories)) return held;
  const { courseId } = access;
  const done = await transaction(async (tx) => {
    const { count } = await tx.course.updateMany({
      where: { id: courseId, categoriesVersion: version },
      data: { categoriesVersion: { increment: 1 } },
    });
    if (count === 0) return false;
    const ids = categories.map(({ id }) => id);
    await tx.category.deleteMany({ where: { courseId, id: { notIn: ids } } });
    // A name is free before the next one takes it.
    for (const { id } of categories)
      await tx.category.updateMany({ where: { id, courseId }, data: { name: id } });
    for (const [position, { id, ...category }] of categories.entries()) {
      const changed = await tx.category.updateMany({
        where: { id, courseId },
        data: { ...category, position: position + 1 },
      });
      if (changed.count > 0) continue;
      const made = await tx.category.createMany({
        data: { id, courseId, ...category, position: position + 1 },
        skipDuplicates: true,
      });
      if (made.count === 0) refuse({ code: "id-taken" });
    }
    await recordAtDesk(tx, {
      type: "categories.saved",
      payload: { version: version + 1 },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: courseId,
      at: now,
    });
    return true;
  });
  const after = await categoriesOf(access);
  if (done || (after.version === version + 1 && isSame(after.categories, categories))) return after;
  return refuse({ code: "stale", current: { version: after.version, text: asText(after) } });
}

const asText = ({ categories }: CategoriesView) =>
  categories.map(({ name, weight, dropLowest }) => `${name}: ${weight} %, −${dropLowest}`).join("\n");

const isSame = (held: CategoriesView["categories"], wanted: CategoriesSave["categories"]) => {
  const shape = (all: CategoriesSave["categories"]) =>
    JSON.stringify(all.map(({ id, name, weight, dropLowest }) => [id, name, weight, dropLowest]));
  return shape(held) === shape(wanted);
};
