import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/server/adapters/db";
import { categoriesOf } from "@/server/queries/categories";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { saveCategories } from "./save-categories";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const category = (name: string, weight = "50", dropLowest = 0, id = uuidv7()) => ({
  id,
  name,
  weight,
  dropLowest,
});
const refused = (code: string) => ({ refusal: { code } });

test("are saved as a whole, renamed, reordered and taken away", async () => {
  const [weeks, essay] = [category("Weeks", "60", 1), category("Essay", "40")];
  const first = await saveCategories(cast.instructor, { version: 1, categories: [weeks, essay] }, today);
  expect(first).toEqual({ version: 2, categories: [weeks, essay] });
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { categoryId: weeks.id } });

  const swapped = [
    { ...essay, name: "Weeks" },
    { ...weeks, name: "Essay", weight: "12.5" },
  ];
  const second = await saveCategories(cast.instructor, { version: 2, categories: swapped }, today);
  expect(second).toEqual({ version: 3, categories: swapped });

  await saveCategories(cast.instructor, { version: 3, categories: [essay] }, today);
  const assignment = await db().assignment.findUniqueOrThrow({ where: { id: cast.assignmentId } });
  expect(assignment.categoryId).toBeNull();
});

test("sent again finds what it left; a later one made on the older is refused with what stands", async () => {
  const categories = [category("Weeks")];
  await saveCategories(cast.instructor, { version: 1, categories }, today);
  expect(await saveCategories(cast.instructor, { version: 1, categories }, today)).toMatchObject({
    version: 2,
  });
  await expect(
    saveCategories(cast.instructor, { version: 1, categories: [category("Other")] }, today),
  ).rejects.toMatchObject({ refusal: { code: "stale", current: { version: 2, text: "Weeks: 50 %, −0" } } });
});

test("of two instructors at once, one is told", async () => {
  const results = await Promise.allSettled(
    ["One", "Two"].map((name) =>
      saveCategories(cast.instructor, { version: 1, categories: [category(name)] }, today),
    ),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("are the instructor's to save, with ids of their own", async () => {
  const elsewhere = await makeCourse();
  const theirs = category("Weeks");
  await saveCategories(elsewhere.instructor, { version: 1, categories: [theirs] }, today);
  const save = { version: 1, categories: [theirs] };
  await expect(saveCategories(cast.instructor, save, today)).rejects.toMatchObject(refused("id-taken"));
  for (const access of [cast.assistant, cast.ada, cast.observer]) {
    await expect(saveCategories(access, save, today)).rejects.toMatchObject(refused("not-allowed"));
  }
  expect(await categoriesOf(elsewhere.instructor)).toMatchObject({ categories: [theirs] });
});
