import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { assignmentDraft, type PromptDraft } from "@/domain/assignment/assignment";
import { db } from "@/server/adapters/db";
import { assignmentOf } from "@/server/queries/assignment";
import { assignmentChoices } from "@/server/queries/assignment-choices";
import { assignmentEffects } from "@/server/queries/assignment-effects";
import { promptPage } from "@/server/queries/prompt";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { joinCourse } from "../course/join-course";
import { saveResponse } from "../response/save-response";
import { createAssignment } from "./create-assignment";
import { publishAssignment } from "./publish-assignment";
import { saveAssignment } from "./save-assignment";

let cast: Cast;
let termId: string;
beforeEach(async () => {
  cast = await makeCourse();
  termId = uuidv7();
  await db().term.create({ data: { id: termId, courseId: cast.courseId, position: 1, name: "consent" } });
});

const promptOf = (change: Partial<PromptDraft> = {}): PromptDraft => ({
  id: uuidv7(),
  kind: "compare",
  title: "Which gives more?",
  body: "Say which, and to whom.",
  citationsMin: 3,
  readingsMin: 2,
  wordsMin: 100,
  wordsMax: 400,
  positionsMin: 2,
  repliesMin: 2,
  positions: [cast.positionId, cast.otherPositionId],
  dimensionId: cast.dimensionId,
  termId,
  postFirst: true,
  pseudonyms: true,
  wholeClass: true,
  steelman: true,
  ...change,
});

const draftOf = (...prompts: PromptDraft[]) =>
  assignmentDraft.parse({
    title: "Week 2",
    instructions: "",
    readings: [],
    prompts,
    rubricId: null,
    points: "20",
    opensAt: inDays(-1),
    dueAt: inDays(3),
    closesAt: inDays(5),
    groupSetId: cast.groups.setId,
    visibility: "open",
    postFirst: 0,
    names: "named",
  });

const refused = (code: string) => ({ refusal: { code } });
const made = (...prompts: PromptDraft[]) =>
  createAssignment(cast.instructor, { id: uuidv7(), draft: draftOf(...prompts) }, today);

describe("a prompt", () => {
  test("comes back as it was drafted, and is saved again without change", async () => {
    const prompt = promptOf();
    const { id } = await made(prompt);
    const held = await assignmentOf(cast.assistant, id);
    expect(held.prompts).toMatchObject([{ ...prompt, inUse: false }]);
    const changed = promptOf({ id: prompt.id, positions: [], dimensionId: null, termId: null, wordsMax: 0 });
    const save = { id, version: 1, draft: draftOf(changed) };
    const saved = await saveAssignment(cast.instructor, save, today);
    expect(saved.prompts).toMatchObject([changed]);
    expect((await saveAssignment(cast.instructor, save, today)).version).toBe(2);
    // The same positions in another order are the same.
    const turned = { ...prompt, positions: prompt.positions.toReversed() };
    const again = { id, version: 2, draft: draftOf(prompt) };
    expect((await saveAssignment(cast.instructor, again, today)).version).toBe(3);
    expect((await saveAssignment(cast.instructor, { ...again, draft: draftOf(turned) }, today)).version).toBe(
      3,
    );
  });

  test("asks the student all of it, except for what has been taken out of the frame", async () => {
    const prompt = promptOf();
    const { id } = await made(prompt);
    await publishAssignment(cast.instructor, { id, version: 1 }, today);
    await db().position.update({ where: { id: cast.otherPositionId }, data: { removedAt: today } });
    expect(await promptPage(cast.ada, prompt.id, today)).toMatchObject({
      prompt: {
        kind: "compare",
        asks: { citationsMin: 3, wordsMax: 400, repliesMin: 2, positions: [cast.positionId] },
        dimension: { id: cast.dimensionId, name: "Alliances" },
        term: { id: termId, name: "consent", removed: false },
        postFirst: true,
        pseudonyms: true,
        wholeClass: true,
        steelman: true,
      },
      positions: [{ id: cast.positionId }],
      removedPositions: [{ id: cast.otherPositionId, short: "Spheres" }],
      hidden: { until: "answer" },
    });
  });

  test("names what is of its own course only", async () => {
    const elsewhere = await makeCourse();
    const foreign = [
      { positions: [cast.positionId, elsewhere.positionId] },
      { dimensionId: elsewhere.dimensionId },
      { termId: uuidv7() },
    ];
    for (const change of foreign) {
      await expect(made(promptOf(change))).rejects.toMatchObject(refused("not-found"));
    }
    expect(await db().promptPosition.count({ where: { courseId: cast.courseId } })).toBe(0);
  });

  test.each([
    ["one position to compare", "positions", () => ({ positions: [cast.positionId] })],
    ["a position twice", "positions", () => ({ positions: [cast.positionId, cast.positionId] })],
    ["more words asked for than allowed", "wordsMax", () => ({ wordsMin: 500 })],
  ])("is no prompt with %s", (_what, path, change) => {
    const parsed = assignmentDraft.safeParse({ ...draftOf(), prompts: [{ ...promptOf(), ...change() }] });
    expect(parsed.error?.issues.map((issue) => issue.path.at(-1))).toContain(path);
  });

  test("can be made of the course's positions, dimensions and terms; of what was taken out it is told", async () => {
    await db().position.update({ where: { id: cast.otherPositionId }, data: { removedAt: today } });
    expect(await assignmentChoices(cast.instructor)).toMatchObject({
      positions: [
        { id: cast.positionId, short: "Charter", removed: false },
        { id: cast.otherPositionId, removed: true },
      ],
      dimensions: [{ id: cast.dimensionId, name: "Alliances", removed: false }],
      terms: [{ id: termId, name: "consent", removed: false }],
    });
  });

  test("with pseudonyms gives the whole class aliases, and nobody two", async () => {
    const { id } = await made(promptOf());
    const given = await db().alias.findMany({ where: { assignmentId: id } });
    expect(given).toHaveLength(3);
    await publishAssignment(cast.instructor, { id, version: 1 }, today);
    expect(await db().alias.findMany({ where: { assignmentId: id } })).toEqual(given);
    const named = await made(promptOf({ pseudonyms: false }));
    expect(await db().alias.count({ where: { assignmentId: named.id } })).toBe(0);
  });
});

test("whoever joins later gets an alias where only a prompt hides names", async () => {
  const { id } = await made(promptOf());
  const userId = uuidv7();
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: "Late" } });
  const { joinCode } = await db().course.findUniqueOrThrow({ where: { id: cast.courseId } });
  await joinCourse({ userId, sessionVersion: 1 }, joinCode ?? "", today);
  expect(await db().alias.count({ where: { assignmentId: id, membership: { userId } } })).toBe(1);
});

describe("what somebody has written under a prompt", () => {
  const answer = (promptId: string) =>
    saveResponse(
      cast.ada,
      { id: uuidv7(), promptId, version: 0, positionId: null, body: "It gives." },
      "post",
      today,
    );

  test("keeps it where it is, and among whom it was written", async () => {
    const prompt = promptOf();
    const { id } = await made(prompt);
    await publishAssignment(cast.instructor, { id, version: 1 }, today);
    await answer(prompt.id);
    const save = (...prompts: PromptDraft[]) =>
      saveAssignment(cast.instructor, { id, version: 2, draft: draftOf(...prompts) }, today);
    await expect(save(promptOf())).rejects.toMatchObject(refused("in-use"));
    await expect(save({ ...prompt, wholeClass: false })).rejects.toMatchObject(refused("in-use"));
    const changed = draftOf({ ...prompt, postFirst: false, repliesMin: 0 });
    const { touches } = await assignmentEffects(cast.instructor, { id, draft: changed }, today);
    const knowing = { id, version: 2, draft: changed, touches };
    expect(await saveAssignment(cast.instructor, knowing, today)).toMatchObject({ version: 3 });
  });

  test("counts where it is a steelman as well", async () => {
    const prompt = promptOf();
    const { id } = await made(prompt, promptOf());
    await db().steelman.create({
      data: {
        id: uuidv7(),
        courseId: cast.courseId,
        roomId: cast.rooms.a,
        promptId: prompt.id,
        authorId: cast.ada.actor.membershipId,
        positionId: cast.positionId,
        body: "The best case.",
      },
    });
    expect((await assignmentOf(cast.instructor, id)).prompts).toMatchObject([
      { inUse: true },
      { inUse: false },
    ]);
    const save = { id, version: 1, draft: draftOf(promptOf()) };
    await expect(saveAssignment(cast.instructor, save, today)).rejects.toMatchObject(refused("in-use"));
  });
});

test("of two staff who save at once, the later is refused with what the earlier wrote", async () => {
  const prompt = promptOf();
  const { id } = await made(prompt);
  const results = await Promise.allSettled(
    [cast.instructor, cast.assistant].map((access, at) =>
      saveAssignment(access, { id, version: 1, draft: draftOf({ ...prompt, title: `Title ${at}` }) }, today),
    ),
  );
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(lost).toMatchObject({ refusal: { code: "stale", current: { version: expect.any(Number) } } });
});
