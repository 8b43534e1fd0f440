import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { rubricDraft } from "@/domain/grading/rubric";
import { db } from "@/server/adapters/db";
import { rubricsOf } from "@/server/queries/rubric";
import { makeCourse, today } from "@/server/testing/cast";
import { createRubric } from "./create-rubric";

const rubric = rubricDraft.parse({
  title: "Argument",
  criteria: ["Claim", "Evidence"].map((name) => ({
    name,
    levels: ["0", "2,5", "7.5"].map((points, at) => ({ name: `Level ${at}`, points })),
  })),
});

it("writes a rubric once, in its order, with exact points", async () => {
  const cast = await makeCourse();
  const id = uuidv7();
  const made = await createRubric(cast.assistant, { id, rubric }, today);
  expect(await createRubric(cast.assistant, { id, rubric }, today)).toEqual(made);
  expect(made).toMatchObject({ id, title: "Argument", most: "15" });
  expect(made.criteria.map((criterion) => criterion.name)).toEqual(["Claim", "Evidence"]);
  expect(made.criteria[0]?.levels.map((level) => level.points)).toEqual(["0", "2.5", "7.5"]);
  expect((await rubricsOf(cast.instructor)).map((one) => one.title)).toEqual(["Argument", "Discussion"]);
  expect(await db().event.count({ where: { subjectId: id, type: "rubric.created" } })).toBe(1);
});

it("is for staff of the course", async () => {
  const [cast, other] = [await makeCourse(), await makeCourse()];
  const input = { id: uuidv7(), rubric };
  await expect(createRubric(cast.ada, input, today)).rejects.toMatchObject({
    refusal: { code: "not-allowed" },
  });
  await expect(rubricsOf(cast.observer)).rejects.toMatchObject({ refusal: { code: "not-allowed" } });
  await createRubric(cast.instructor, input, today);
  await expect(createRubric(other.instructor, input, today)).rejects.toMatchObject({
    refusal: { code: "id-taken" },
  });
});
