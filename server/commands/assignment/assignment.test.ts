import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { assignmentDraft } from "@/domain/assignment/assignment";
import { db } from "@/server/adapters/db";
import { assignmentOf } from "@/server/queries/assignment";
import { assignmentChoices } from "@/server/queries/assignment-choices";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { isWaiting } from "@/server/testing/waiting";
import { recordEvidence } from "../evidence/record-evidence";
import { createAssignment } from "./create-assignment";
import { publishAssignment } from "./publish-assignment";
import { saveAssignment } from "./save-assignment";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const prompt = (title = "Which way?") => ({
  id: uuidv7(),
  kind: "open" as const,
  title,
  body: "Say which way, and why.",
  citationsMin: 2,
  readingsMin: 1,
  wordsMin: 0,
  wordsMax: 0,
  positionsMin: 0,
  repliesMin: 0,
  positions: [] as string[],
  dimensionId: null,
  termId: null,
  postFirst: false,
  pseudonyms: false,
  wholeClass: false,
  steelman: false,
});

const draftOf = (change: Partial<ReturnType<typeof assignmentDraft.parse>> = {}) =>
  assignmentDraft.parse({
    title: "Week 2",
    instructions: "",
    readings: [{ id: uuidv7(), versionId: cast.versionId }],
    prompts: [prompt()],
    rubricId: cast.rubricId,
    points: "20",
    opensAt: inDays(-1),
    dueAt: inDays(3),
    closesAt: inDays(5),
    groupSetId: cast.groups.setId,
    visibility: "open",
    postFirst: 3,
    names: "named",
    ...change,
  });

const refused = (code: string) => ({ refusal: { code } });
const made = (change = {}) =>
  createAssignment(cast.instructor, { id: uuidv7(), draft: draftOf(change) }, today);

describe("a new assignment", () => {
  test("goes on counting readings and prompts, once however often it is sent", async () => {
    const input = { id: uuidv7(), draft: draftOf() };
    await Promise.all([1, 2, 3].map(() => createAssignment(cast.instructor, input, today)));
    const assignment = await assignmentOf(cast.instructor, input.id);
    expect(assignment).toMatchObject({ version: 1, publishedAt: null, points: "20", postFirst: 0 });
    expect(assignment.readings).toMatchObject([{ position: 2, inUse: false }]);
    expect(assignment.prompts).toMatchObject([{ position: 2, title: "Which way?" }]);
    expect(await db().event.count({ where: { subjectId: input.id } })).toBe(1);
  });

  test("made by several at once share no number", async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => made()));
    const numbers = all.flatMap((assignment) => assignment.readings.map((reading) => reading.position));
    expect(numbers.sort()).toEqual([2, 3, 4, 5, 6]);
  });

  test("is refused where it is not in order", async () => {
    await expect(made({ opensAt: inDays(4) })).rejects.toMatchObject(refused("dates-out-of-order"));
    await expect(made({ closesAt: inDays(2) })).rejects.toMatchObject(refused("dates-out-of-order"));
    await expect(made({ points: "0" })).rejects.toMatchObject(refused("points-out-of-range"));
    await expect(made({ points: "1000.5" })).rejects.toMatchObject(refused("points-out-of-range"));
  });

  test("takes published sources, rubrics and groups of its own course only", async () => {
    const elsewhere = await makeCourse();
    const foreign = [
      { readings: [{ id: uuidv7(), versionId: elsewhere.versionId }] },
      { rubricId: elsewhere.rubricId },
      { groupSetId: elsewhere.groups.setId },
    ];
    for (const change of foreign) await expect(made(change)).rejects.toMatchObject(refused("not-found"));
    const sourceId = uuidv7();
    const versionId = uuidv7();
    await db().source.create({ data: { id: sourceId, courseId: cast.courseId, createdById: uuidv7() } });
    await db().sourceVersion.create({
      data: { id: versionId, courseId: cast.courseId, sourceId, number: 1, title: "A draft" },
    });
    await expect(made({ readings: [{ id: uuidv7(), versionId }] })).rejects.toMatchObject(
      refused("not-published"),
    );
    const choices = await assignmentChoices(cast.instructor);
    expect(choices.sources.map((source) => source.versionId)).toEqual([cast.versionId]);
  });

  test("cannot take over a reading that stands elsewhere", async () => {
    const readings = [{ id: cast.readingId, versionId: cast.versionId }];
    await expect(made({ readings })).rejects.toMatchObject(refused("id-taken"));
    expect((await assignmentOf(cast.instructor, cast.assignmentId)).readings).toHaveLength(1);
  });
});

describe("a save", () => {
  test("changes dates and parts, and is not made over a newer one", async () => {
    const { id } = await made();
    const draft = draftOf({ dueAt: inDays(4), prompts: [prompt("One"), prompt("Two")] });
    const saved = await saveAssignment(cast.instructor, { id, version: 1, draft }, today);
    expect(saved).toMatchObject({ version: 2, dueAt: inDays(4) });
    expect(saved.prompts.map((part) => part.title)).toEqual(["One", "Two"]);
    expect((await saveAssignment(cast.instructor, { id, version: 1, draft }, today)).version).toBe(2);
    const late = { id, version: 1, draft: draftOf({ title: "Too late" }) };
    await expect(saveAssignment(cast.assistant, late, today)).rejects.toMatchObject({
      refusal: { code: "stale", current: { version: 2 } },
    });
  });

  test("reorders what is not published, numbers and all", async () => {
    const { id, prompts } = await made({ prompts: [prompt("One"), prompt("Two")] });
    const swapped = prompts.toReversed().map(({ position: _p, inUse: _u, ...part }) => part);
    const draft = draftOf({ prompts: swapped });
    const saved = await saveAssignment(cast.instructor, { id, version: 1, draft }, today);
    expect(saved.prompts.map((part) => [part.title, part.position])).toEqual([
      ["Two", 2],
      ["One", 3],
    ]);
  });

  test("takes nothing away in which somebody has written", async () => {
    const held = await assignmentOf(cast.instructor, cast.assignmentId);
    await db().room.create({
      data: { id: uuidv7(), courseId: cast.courseId, assignmentId: held.id, groupId: cast.groups.a },
    });
    const room = await db().room.findFirstOrThrow({ where: { assignmentId: held.id } });
    const comment = uuidv7();
    await db().comment.create({
      data: {
        id: comment,
        courseId: cast.courseId,
        roomId: room.id,
        readingId: cast.readingId,
        authorId: cast.ada.actor.membershipId,
        threadId: comment,
        threadAuthorId: cast.ada.actor.membershipId,
        body: "Mine",
      },
    });
    const kept = {
      readings: held.readings.map(({ id, versionId }) => ({ id, versionId })),
      prompts: held.prompts.map(({ position: _p, inUse: _u, ...part }) => part),
    };
    const save = (change: object) =>
      saveAssignment(
        cast.instructor,
        { id: held.id, version: 1, draft: draftOf({ ...kept, ...change }) },
        today,
      );
    await expect(save({ readings: [] })).rejects.toMatchObject(refused("in-use"));
    await expect(save({ groupSetId: null })).rejects.toMatchObject(refused("in-use"));
    await expect(save({ readings: [], prompts: [] })).rejects.toMatchObject(refused("nothing-to-read"));
    expect(await db().comment.count({ where: { id: comment } })).toBe(1);
    const saved = await save({ points: "25", dueAt: inDays(4), prompts: [] });
    expect(saved).toMatchObject({ version: 2, points: "25", prompts: [] });
  });
});

describe("a reading on which others stand", () => {
  const without = async () => {
    const held = await assignmentOf(cast.instructor, cast.assignmentId);
    expect(held.readings).toMatchObject([{ inUse: true }]);
    const prompts = held.prompts.map(({ position: _p, inUse: _u, ...part }) => part);
    const draft = draftOf({ readings: [], prompts });
    return saveAssignment(cast.instructor, { id: held.id, version: 1, draft }, today);
  };

  test("is not taken away from a difference that was stated between its uses of a term", async () => {
    const { courseId, readingId } = cast;
    const [one = "", two = ""] = cast.paragraphIds;
    const termId = uuidv7();
    await db().term.create({ data: { id: termId, courseId, position: 1, name: "treaty" } });
    const place = { leftReadingId: readingId, rightReadingId: readingId };
    await db().termDifference.create({
      data: {
        id: uuidv7(),
        courseId,
        termId,
        authorId: cast.ada.actor.membershipId,
        ...place,
        leftParagraphId: one,
        rightParagraphId: two,
        claim: "One binds.",
      },
    });
    await expect(without()).rejects.toMatchObject(refused("in-use"));
    expect(await db().termDifference.count({ where: { courseId } })).toBe(1);
  });

  test("is not taken away from a stance that says what moved it", async () => {
    const { courseId, readingId } = cast;
    const [movedByParagraphId = ""] = cast.paragraphIds;
    await db().stance.create({
      data: {
        id: uuidv7(),
        courseId,
        authorId: cast.ada.actor.membershipId,
        moment: "before",
        confidence: 1,
        movedByReadingId: readingId,
        movedByParagraphId,
      },
    });
    await expect(without()).rejects.toMatchObject(refused("in-use"));
  });

  test("keeps its groups once somebody has recorded evidence there", async () => {
    await recordEvidence(cast.ada, passageAtWork(cast, "It binds nobody."), today);
    expect(await assignmentOf(cast.instructor, cast.assignmentId)).toMatchObject({ begun: true });
  });
});

describe("publishing", () => {
  test("in two tabs at once is done once, and both are answered", async () => {
    const { id } = await made();
    const publish = () => publishAssignment(cast.instructor, { id, version: 1 }, today);
    const begun: ReturnType<typeof publish>[] = [];
    await db().$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${id}::uuid FOR UPDATE`;
        begun.push(publish(), publish());
        await isWaiting(2);
      },
      { timeout: 60_000 },
    );
    const [one, other] = await Promise.all(begun);
    expect(one).toMatchObject({ version: 2, publishedAt: today });
    expect(other).toEqual(one);
    expect(await db().event.count({ where: { subjectId: id, type: "assignment.published" } })).toBe(1);
  });

  test("wants something to read or to answer, and may be repeated", async () => {
    const empty = await made({ readings: [], prompts: [] });
    await expect(publishAssignment(cast.instructor, empty, today)).rejects.toMatchObject(
      refused("nothing-to-read"),
    );
    const { id } = await made();
    const first = await publishAssignment(cast.instructor, { id, version: 1 }, today);
    expect(first.publishedAt).toEqual(today);
    expect((await publishAssignment(cast.instructor, { id, version: 1 }, inDays(1))).publishedAt).toEqual(
      today,
    );
  });
});

test("students, observers and other courses stay outside", async () => {
  const elsewhere = await makeCourse();
  const input = { id: uuidv7(), draft: draftOf() };
  for (const access of [cast.ada, cast.observer]) {
    await expect(createAssignment(access, input, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(assignmentOf(access, cast.assignmentId)).rejects.toMatchObject(refused("not-allowed"));
  }
  const save = { id: cast.assignmentId, version: 1, draft: input.draft };
  await expect(saveAssignment(elsewhere.instructor, save, today)).rejects.toMatchObject(refused("not-found"));
  await expect(
    publishAssignment(elsewhere.instructor, { id: cast.assignmentId, version: 1 }, today),
  ).rejects.toMatchObject(refused("not-found"));
});
