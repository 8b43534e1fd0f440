import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { type AssignmentDraft, assignmentDraft } from "@/domain/assignment/assignment";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { assignmentOf } from "@/server/queries/assignment";
import { assignmentEffects } from "@/server/queries/assignment-effects";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { postComment } from "../comment/post-comment";
import { saveAssignment } from "./save-assignment";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { blind: true } });
});

const write = () =>
  postComment(
    cast.ada,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience: "group",
      body: "Whose consent is meant?",
    },
    today,
  );

async function save(who: CourseAccess, change: Partial<AssignmentDraft>) {
  const draft = assignmentDraft.parse({ ...(await assignmentOf(who, cast.assignmentId)), ...change });
  const { touches } = await assignmentEffects(who, { id: cast.assignmentId, draft }, today);
  const saved = saveAssignment(who, { id: cast.assignmentId, version: 1, draft, touches }, today);
  return saved.then(
    ({ blind }) => blind,
    (error) => (error instanceof Refused ? error.refusal.code : error),
  );
}

test("an assistant does not get names that are hidden by saving that they are not", async () => {
  await write();
  expect(await save(cast.assistant, { blind: false })).toBe("not-allowed");
  expect(await save(cast.instructor, { blind: false })).toBe(false);
});

test("what else there is an assistant saves, and the blindness of what nobody has begun", async () => {
  expect(await save(cast.assistant, { blind: false })).toBe(false);
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { blind: true, version: 1 } });
  await write();
  expect(await save(cast.assistant, { title: "The first week" })).toBe(true);
});

test("aliases that staff have seen beside names are drawn anew when it turns blind, unless they are in use", async () => {
  const names = async () => {
    const where = { assignmentId: cast.assignmentId };
    const all = await db().alias.findMany({ where, orderBy: { membershipId: "asc" } });
    return all.map(({ id, name }) => `${id} ${name}`);
  };
  const { assignmentId: id } = cast;
  const turn = (data: { blind: boolean; version?: number }) =>
    db().assignment.update({ where: { id }, data });
  await turn({ blind: false });
  await save(cast.instructor, { names: "pseudonyms" });
  const seen = await names();
  expect(seen).toHaveLength(3);
  await turn({ blind: false, version: 1 });
  expect(await save(cast.instructor, { blind: true })).toBe(true);
  const drawn = await names();
  expect(drawn).toHaveLength(3);
  expect(drawn.filter((each) => seen.includes(each))).toEqual([]);
  // Saved again it stays as it is, and so do aliases under which somebody has written.
  await turn({ blind: true, version: 1 });
  await save(cast.instructor, { title: "The first week" });
  expect(await names()).toEqual(drawn);
  await turn({ blind: false, version: 1 });
  await write();
  await save(cast.instructor, { blind: true });
  expect(await names()).toEqual(drawn);
});
