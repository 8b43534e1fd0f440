import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type AssignmentDraft, assignmentDraft } from "@/domain/assignment/assignment";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { openRoom } from "@/server/adapters/event-log";
import { assignmentOf } from "@/server/queries/assignment";
import { assignmentEffects } from "@/server/queries/assignment-effects";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { isWaiting } from "@/server/testing/waiting";
import { postComment } from "../comment/post-comment";
import { saveResponse } from "../response/save-response";
import { saveAssignment } from "./save-assignment";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const held = () => assignmentOf(cast.instructor, cast.assignmentId);
const changed = async (change: Partial<AssignmentDraft>) =>
  assignmentDraft.parse({ ...(await held()), ...change });
const effectsOf = async (change: Partial<AssignmentDraft>) =>
  assignmentEffects(cast.instructor, { id: cast.assignmentId, draft: await changed(change) }, today);
const save = async (change: Partial<AssignmentDraft>, touches: string | null = null, version = 1) =>
  saveAssignment(
    cast.instructor,
    { id: cast.assignmentId, version, draft: await changed(change), touches },
    today,
  );

const say = (who: CourseAccess, body: string, audience: "group" | "private" = "group") =>
  postComment(
    who,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: null,
      audience,
      body,
    },
    today,
  );

const answer = (who: CourseAccess) =>
  saveResponse(
    who,
    { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "Of those it binds." },
    "post",
    today,
  );

const grade = (studentId: string, releasedAt: Date | null) =>
  db().grade.create({
    data: {
      id: uuidv7(),
      courseId: cast.courseId,
      assignmentId: cast.assignmentId,
      studentId,
      graderId: cast.assistant.actor.membershipId,
      points: 10,
      updatedAt: today,
      releasedAt,
    },
  });

const outcome = (work: Promise<unknown>) =>
  work.catch((error: unknown) => (error instanceof Refused ? error.refusal : error));

const told = async (change: Partial<AssignmentDraft>) =>
  (await effectsOf(change)).effects.map(({ field, what, names, touches }) => ({
    field,
    what,
    names,
    touches,
  }));

describe("the effects of a change", () => {
  test("are read from what each has done, said, handed in and been given", async () => {
    await say(cast.ada, "Little was said, and much was meant by it.");
    await say(cast.liming, "So it was.");
    await say(cast.stranger, "For me alone.", "private");
    await answer(cast.ada);
    await grade(cast.ada.actor.membershipId, today);
    await grade(cast.liming.actor.membershipId, null);
    expect(await told({ visibility: "postFirst", postFirst: 1, postFirstWords: 5 })).toEqual([
      { field: "visibility", what: "sight-closes", names: ["Li Ming", "Zofia"], touches: 2 },
    ]);
    const [points] = (await effectsOf({ points: "25" })).effects;
    expect(points).toMatchObject({ names: ["Ada", "Li Ming"], touches: 2, released: 1, serious: true });
    expect(await told({ privateNotes: false })).toEqual([
      { field: "privateNotes", what: "notes-end", names: [], touches: 1 },
    ]);
    expect(await told({ dueAt: inDays(-1) })).toContainEqual({
      field: "dueAt",
      what: "becomes-late",
      names: ["Ada", "Li Ming"],
      touches: 2,
    });
    const [prompt] = (await held()).prompts;
    if (!prompt) throw new Error("the cast has a prompt");
    expect(await told({ prompts: [{ ...prompt, wordsMin: 50 }] })).toEqual([
      { field: "prompts", what: "prompt-asks", names: ["Ada"], touches: 1 },
    ]);
  });

  test("know a student's own dates, and those of a group", async () => {
    const own = { courseId: cast.courseId, assignmentId: cast.assignmentId, createdById: uuidv7() };
    const dates = { dueAt: inDays(4), closesAt: inDays(6), createdAt: today };
    await db().extension.createMany({
      data: [
        { id: uuidv7(), ...own, ...dates, groupId: cast.groups.a },
        { id: uuidv7(), ...own, ...dates, dueAt: inDays(8), studentId: cast.ada.actor.membershipId },
      ],
    });
    expect(await told({ dueAt: inDays(5) })).toEqual([
      { field: "extensions", what: "extension-cut", names: ["Li Ming"], touches: 1 },
      { field: "dueAt", what: "more-time", names: ["Zofia"], touches: 1 },
    ]);
  });

  test("tell aliases while it is graded blind", async () => {
    const { id } = await save({ blind: true });
    await say(cast.ada, "Little was said.");
    const alias = await db().alias.findFirstOrThrow({
      where: { assignmentId: id, membershipId: cast.ada.actor.membershipId },
    });
    expect(await told({ blind: false })).toEqual([
      { field: "blind", what: "staff-see-names", names: [alias.name], touches: 1 },
    ]);
  });

  test("are none for a draft, and nothing for a student or another course", async () => {
    await say(cast.ada, "Little was said.");
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { publishedAt: null } });
    expect(await effectsOf({ points: "25", names: "pseudonyms", dueAt: inDays(1) })).toEqual({
      effects: [],
      touches: null,
    });
    const input = { id: cast.assignmentId, draft: await changed({}) };
    const elsewhere = await makeCourse();
    await expect(assignmentEffects(cast.ada, input, today)).rejects.toMatchObject({
      refusal: { code: "not-allowed" },
    });
    await expect(assignmentEffects(elsewhere.instructor, input, today)).rejects.toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  test("take as many statements with many words as with none", async () => {
    const statements = async () => {
      const draft = await changed({ visibility: "closedUntilDue", points: "25" });
      const spy = vi.spyOn(pg.Client.prototype, "query");
      await assignmentEffects(cast.instructor, { id: cast.assignmentId, draft }, today);
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return length;
    };
    const few = await statements();
    for (const who of [cast.ada, cast.liming, cast.stranger]) {
      await say(who, "Little was said.");
      await answer(who);
      await grade(who.actor.membershipId, null);
    }
    expect(await statements()).toBe(few);
    // And one that proves who asks.
    expect(few + 1).toBeLessThanOrEqual(6);
  });
});

describe("a save that touches somebody", () => {
  test("is made only with what was read, and says it again when more are touched meanwhile", async () => {
    await say(cast.ada, "Little was said.");
    const change = { names: "pseudonyms" as const };
    const { touches, effects } = await effectsOf(change);
    expect(touches).not.toBeNull();
    await expect(save(change)).rejects.toMatchObject({ refusal: { code: "touches", effects, touches } });
    await say(cast.liming, "So it was.");
    const again = await effectsOf(change);
    expect(again.touches).not.toBe(touches);
    await expect(save(change, touches)).rejects.toMatchObject({
      refusal: { code: "touches", effects: again.effects, touches: again.touches },
    });
    expect(await held()).toMatchObject({ version: 1, names: "named" });
    expect(await save(change, again.touches)).toMatchObject({ version: 2, names: "pseudonyms" });
    // Sent again, it finds what it left.
    expect(await save(change, again.touches)).toMatchObject({ version: 2 });
  });

  test("is refused for what two others did while it waited to be made, and made once that was read", async () => {
    await say(cast.ada, "Little was said.");
    const change = { names: "pseudonyms" as const };
    const { touches } = await effectsOf(change);
    const input = { id: cast.assignmentId, version: 1, draft: await changed(change), touches };
    const begun: Promise<unknown>[] = [];
    await db().$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM "Assignment" WHERE id = ${cast.assignmentId}::uuid FOR UPDATE`;
        begun.push(outcome(saveAssignment(cast.instructor, input, today)));
        await isWaiting(1);
        await say(cast.liming, "So it was.");
        await answer(cast.stranger);
      },
      { timeout: 60_000 },
    );
    const again = await effectsOf(change);
    expect(again.effects).toMatchObject([{ what: "names-hide", names: ["Ada", "Li Ming", "Zofia"] }]);
    expect(await begun[0]).toEqual({ code: "touches", ...again });
    expect(await save(change, again.touches)).toMatchObject({ version: 2, names: "pseudonyms" });
  });

  test("comes before what is said while it is being made", async () => {
    const change = { names: "pseudonyms" as const };
    const input = { id: cast.assignmentId, version: 1, draft: await changed(change), touches: null };
    const begun: Promise<unknown>[] = [];
    await db().$transaction(
      async (tx) => {
        const desk = await openRoom(tx, { courseId: cast.courseId, assignmentId: null, groupId: null });
        await tx.$queryRaw`SELECT id FROM "Room" WHERE id = ${desk}::uuid FOR UPDATE`;
        begun.push(outcome(saveAssignment(cast.instructor, input, today)));
        await isWaiting(1);
        begun.push(outcome(say(cast.liming, "So it was.")));
        await isWaiting(2);
      },
      { timeout: 60_000 },
    );
    const [saved, said] = await Promise.all(begun);
    expect(saved).toMatchObject({ version: 2, names: "pseudonyms" });
    expect(said).toMatchObject({ body: "So it was." });
  });

  test("is refused as stale, not for what it touches, where it was saved meanwhile", async () => {
    await say(cast.ada, "Little was said.");
    await save({ title: "Week one" });
    await expect(save({ names: "pseudonyms" })).rejects.toMatchObject({ refusal: { code: "stale" } });
  });

  test("of two at once is made once", async () => {
    await say(cast.ada, "Little was said.");
    const { touches } = await effectsOf({ names: "pseudonyms" });
    const all = await Promise.allSettled([
      save({ names: "pseudonyms" }, touches),
      save({ names: "pseudonyms", title: "Another" }, touches),
    ]);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await held()).toMatchObject({ version: 2, names: "pseudonyms" });
  });

  test("is made without asking where nobody has done anything yet", async () => {
    expect(
      await save({ points: "25", visibility: "open", dueAt: inDays(4), title: "Week one" }),
    ).toMatchObject({
      version: 2,
    });
    expect(await save({ names: "pseudonyms" }, null, 2)).toMatchObject({ version: 3 });
  });
});

describe("what a draft says", () => {
  test("of taking part, of lateness and of what it counts comes back as it was saved", async () => {
    const categoryId = uuidv7();
    await db().category.create({
      data: { id: categoryId, courseId: cast.courseId, position: 1, name: "Discussions", weight: 40 },
    });
    const [first] = [await held()];
    const change = {
      participationPoints: "4.5",
      participation: { ...first.participation, minWords: 12 },
      latePolicy: { kind: "perDay" as const, graceMinutes: 30, percent: 10, floor: 50 },
      categoryId,
      weight: "2.5",
      showsDistribution: true,
      privateNotes: false,
    };
    const saved = await save(change);
    expect(saved).toMatchObject(change);
    expect(saved.rubricGap).toEqual({ has: "20", wants: "15.5" });
    expect(first.rubricGap).toBeNull();
    expect(await save(change)).toMatchObject({ version: 2 });
  });

  test("names a category of its own course, and no more for taking part than there is", async () => {
    const elsewhere = await makeCourse();
    const categoryId = uuidv7();
    await db().category.create({
      data: { id: categoryId, courseId: elsewhere.courseId, position: 1, name: "Discussions", weight: 40 },
    });
    await expect(save({ categoryId })).rejects.toMatchObject({ refusal: { code: "not-found" } });
    await expect(save({ participationPoints: "20.01" })).rejects.toMatchObject({
      refusal: { code: "points-out-of-range", most: "20" },
    });
  });
});
