import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { type Refusal, Refused } from "@/domain/refusal";
import { giveClassAliases } from "@/server/adapters/aliases";
import { db, transaction } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { promptList, promptPage } from "@/server/queries/prompt";
import { discussionOfPrompt } from "@/server/queries/prompt-discussion";
import { nextToRead } from "@/server/queries/read-next";
import { responsesOfPrompt } from "@/server/queries/response";
import { responseHistory } from "@/server/queries/response-history";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { deleteResponse } from "./delete-response";
import { handNextResponses } from "./hand-next";
import { replyToResponse } from "./reply-to-response";
import { saveResponse } from "./save-response";
import { seeResponses } from "./see-responses";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const refusalOf = (work: Promise<unknown>): Promise<Refusal | string> =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal : String(error)),
  );

const post = async (access: CourseAccess, body = "It asks. [[1 ¶1 Charter]]") => {
  const id = uuidv7();
  const input = { id, promptId: cast.promptId, version: 0, positionId: cast.positionId, body };
  await saveResponse(access, input, "post", today);
  return id;
};
const reply = (parentId: string) => ({ id: uuidv7(), parentId, relation: "ask" as const, body: "Whom?" });
const set = (data: Parameters<ReturnType<typeof db>["prompt"]["update"]>[0]["data"]) =>
  db().prompt.update({ where: { id: cast.promptId }, data });
const page = (access: CourseAccess) => promptPage(access, cast.promptId, today);
const seenBy = async (access: CourseAccess) => (await page(access)).responses.map(({ id }) => id).sort();
const listedTo = async (access: CourseAccess) => {
  const discussion = await discussionOfPrompt(access, cast.promptId, today);
  return (await responsesOfPrompt(access, discussion, today)).map(({ id }) => id).sort();
};

describe("a prompt that shows answers once one's own is posted", () => {
  it("shows nothing before by any way, everything after, and nothing again once it is deleted", async () => {
    await set({ postFirst: true });
    const theirs = await post(cast.liming);
    const reaction = reply(theirs);
    await replyToResponse(cast.instructor, reaction, today);

    const isShut = async () => {
      const shown = await page(cast.ada);
      expect(shown.hidden).toEqual({ until: "answer" });
      expect(shown.responses.filter((response) => !response.mine)).toEqual([]);
      expect(await listedTo(cast.ada)).toEqual(shown.responses.map(({ id }) => id));
      expect(JSON.stringify(shown)).not.toContain("It asks.");
      for (const id of [theirs, reaction.id]) {
        const ways = [
          () => replyToResponse(cast.ada, reply(id), today),
          () => deleteResponse(cast.ada, id, today),
          () => responseHistory(cast.ada, id, today),
        ];
        for (const way of ways) expect(await refusalOf(way())).toEqual({ code: "not-found" });
      }
      expect(await nextToRead(cast.ada, cast.promptId, today)).toEqual([]);
      expect(await handNextResponses(cast.ada, { promptId: cast.promptId }, today)).toEqual([]);
      await seeResponses(cast.ada, [theirs, reaction.id], today);
      const me = { membershipId: cast.ada.actor.membershipId };
      // A reply of one's own is read with what it answers.
      expect(await db().responseSeen.count({ where: { ...me, responseId: reaction.id } })).toBe(0);
      expect(await db().handedResponse.count({ where: { ...me, doneAt: null } })).toBe(0);
      const [week] = await promptList(cast.ada, today);
      expect(week?.prompts?.[0]?.posted).toBeNull();
    };

    await isShut();
    const own = uuidv7();
    const input = { id: own, promptId: cast.promptId, version: 0, positionId: null, body: "Mine." };
    await saveResponse(cast.ada, input, "draft", today);
    await isShut();

    await saveResponse(cast.ada, { ...input, version: 1 }, "post", today);
    expect((await page(cast.ada)).hidden).toBeNull();
    expect(await seenBy(cast.ada)).toEqual([theirs, reaction.id, own].sort());
    await replyToResponse(cast.ada, reply(theirs), today);

    await deleteResponse(cast.ada, own, today);
    await isShut();
  });

  it("shows staff and observers everything, and hides nobody's answer from themselves", async () => {
    await set({ postFirst: true });
    const theirs = await post(cast.liming);
    for (const access of [cast.instructor, cast.assistant, cast.observer, cast.liming]) {
      expect(await seenBy(access)).toEqual([theirs]);
      expect((await page(access)).hidden).toBeNull();
    }
  });

  it("opens nothing that its assignment keeps shut", async () => {
    await set({ postFirst: true });
    await post(cast.liming);
    const mine = await post(cast.ada);
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "postFirst", postFirst: 2 },
    });
    expect(await page(cast.ada)).toMatchObject({ hidden: { until: "comments", owed: 2 } });
    expect(await seenBy(cast.ada)).toEqual([mine]);
    expect((await page(cast.ada)).responses[0]?.replies).toBe(0);
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "closedUntilDue" },
    });
    expect((await page(cast.ada)).hidden).toEqual({ until: "due" });
  });

  it("says nothing of replies to one's own answer while others' words are shut", async () => {
    const mine = await post(cast.ada);
    await replyToResponse(cast.liming, reply(mine), today);
    expect((await page(cast.ada)).responses.find(({ id }) => id === mine)?.replies).toBe(1);
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "closedUntilDue" },
    });
    expect((await page(cast.ada)).responses).toMatchObject([{ id: mine, replies: 0 }]);
  });
});

describe("a prompt with pseudonyms, in an assignment with names", () => {
  beforeEach(async () => {
    await set({ pseudonyms: true });
    const { courseId, assignmentId: id } = cast;
    await transaction((tx) => giveClassAliases(tx, { id, courseId, names: "pseudonyms" }));
  });

  it("tells classmates and observers aliases only, in every view, and staff both", async () => {
    const theirs = await post(cast.liming);
    const mine = await post(cast.ada);
    const reaction = reply(mine);
    await replyToResponse(cast.liming, reaction, today);
    const { courseId, assignmentId } = cast;
    const alias = await db().alias.findFirstOrThrow({
      where: { courseId, assignmentId, membershipId: cast.liming.actor.membershipId },
    });
    const voice = { key: alias.id, name: alias.name, role: "student" };
    const told = [
      await page(cast.ada),
      await page(cast.observer),
      await handNextResponses(cast.ada, { promptId: cast.promptId }, today),
      await nextToRead(cast.ada, cast.promptId, today),
    ];
    for (const answer of told) {
      const text = JSON.stringify(answer);
      expect(text).toContain(alias.name);
      expect(text).not.toContain("Li Ming");
      expect(text).not.toContain(cast.liming.actor.membershipId);
    }
    const shown = await page(cast.ada);
    expect(shown.responses.find(({ id }) => id === theirs)?.author).toEqual(voice);
    expect(shown.responses.find(({ id }) => id === reaction.id)?.author).toEqual(voice);
    expect(shown).toMatchObject({ prompt: { pseudonyms: true }, alias: expect.any(String) });
    const forStaff = await page(cast.instructor);
    expect(forStaff.responses.find(({ id }) => id === theirs)?.author).toMatchObject({
      name: "Li Ming",
      alias: alias.name,
    });
  });

  it("gives an alias with the first words to whoever has none yet", async () => {
    await db().alias.deleteMany({ where: { assignmentId: cast.assignmentId } });
    const theirs = await post(cast.liming);
    const author = (await page(cast.ada)).responses.find(({ id }) => id === theirs)?.author;
    expect(author?.name).toBeTruthy();
    expect(author?.name).not.toBe("Li Ming");
  });
});

describe("a prompt for the whole class, in an assignment with groups", () => {
  it("is answered before everybody, and replied to by everybody", async () => {
    await set({ wholeClass: true });
    const mine = await post(cast.ada);
    const theirs = await post(cast.stranger);
    for (const access of [cast.ada, cast.liming, cast.stranger, cast.instructor]) {
      expect(await seenBy(access)).toEqual([mine, theirs].sort());
    }
    expect(await page(cast.instructor)).toMatchObject({ prompt: { wholeClass: true }, groups: [] });
    const answered = await replyToResponse(cast.stranger, reply(mine), today);
    expect(answered.groupId).toBeNull();
    const handed = await handNextResponses(cast.liming, { promptId: cast.promptId }, today);
    expect(handed.map(({ response }) => response.id)).toEqual([theirs]);
  });

  it("keeps the groups apart elsewhere in it", async () => {
    const mine = await post(cast.ada);
    expect(await seenBy(cast.stranger)).toEqual([]);
    expect(await refusalOf(replyToResponse(cast.stranger, reply(mine), today))).toEqual({
      code: "not-found",
    });
    expect(await page(cast.ada)).toMatchObject({ prompt: { wholeClass: false } });
  });
});
