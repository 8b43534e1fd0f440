import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makeCourse, today } from "@/server/testing/cast";
import { db, transaction } from "./db";
import { recordAtDesk } from "./event-log";

it("lets nobody rewrite a published paragraph", async () => {
  const { paragraphIds, versionId } = await makeCourse();
  const [id = ""] = paragraphIds;
  const rewrite = () => db().paragraph.update({ where: { id }, data: { text: "Other words." } });
  await expect(rewrite()).rejects.toThrow("belongs to a published version");
  await db().sourceVersion.update({ where: { id: versionId }, data: { publishedAt: null } });
  expect(await rewrite()).toMatchObject({ text: "Other words." });
});

it("lets nobody rewrite what happened", async () => {
  const { courseId, instructor } = await makeCourse();
  await transaction((tx) =>
    recordAtDesk(tx, {
      type: "course.revised",
      payload: {},
      courseId,
      actorId: instructor.actor.membershipId,
      subjectId: courseId,
      at: today,
    }),
  );
  const rewrite = db().event.updateMany({ where: { courseId }, data: { type: "course.created" } });
  await expect(rewrite).rejects.toThrow("is written");
});

it("keeps a citation to one place in what was written", async () => {
  const { courseId, readingId, paragraphIds } = await makeCourse();
  const [paragraphId = ""] = paragraphIds;
  const homeless = db().citation.create({
    data: { id: randomUUID(), courseId, readingId, paragraphId, position: 0 },
  });
  await expect(homeless).rejects.toThrow("citation_of_one");
});
