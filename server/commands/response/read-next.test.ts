import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { type CourseAccess, courseAccess } from "@/server/queries/course-access";
import { promptPage } from "@/server/queries/prompt";
import { nextToRead } from "@/server/queries/read-next";
import { unansweredResponses } from "@/server/queries/unanswered";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { deleteResponse } from "./delete-response";
import { handNextResponses } from "./hand-next";
import { replyToResponse } from "./reply-to-response";
import { saveResponse } from "./save-response";
import { seeResponses } from "./see-responses";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

/** More students in Ada's group. */
async function classmates(count: number): Promise<CourseAccess[]> {
  const { courseId, groups } = cast;
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const [userId, id] = [uuidv7(), uuidv7()];
      await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: `Nr. ${at}` } });
      await db().membership.create({ data: { id, courseId, userId, role: "student" } });
      await db().groupMember.create({
        data: { membershipId: id, courseId, groupSetId: groups.setId, groupId: groups.a },
      });
      return courseAccess({ userId, sessionVersion: 1 }, courseId);
    }),
  );
}

const post = async (access: CourseAccess, positionId: string | null = null, at = today) => {
  const id = uuidv7();
  const input = { id, promptId: cast.promptId, version: 0, positionId, body: "An answer." };
  await saveResponse(access, input, "post", at);
  return id;
};
const ask = (access: CourseAccess, instead?: string, at = today) =>
  handNextResponses(access, { promptId: cast.promptId, ...(instead && { instead }) }, at);
const idsOf = (handed: { response: { id: string } }[]) => handed.map(({ response }) => response.id);
const inHand = async (access: CourseAccess) => idsOf(await nextToRead(access, cast.promptId, today));
const answer = (access: CourseAccess, parentId: string) =>
  replyToResponse(access, { id: uuidv7(), parentId, relation: "challenge", body: "But." }, today);

describe("read next", () => {
  it("gives two unread answers from elsewhere, says why, and stays with them", async () => {
    const [one, two, three] = await classmates(3);
    if (!one || !two || !three) throw new Error("no class");
    await post(cast.ada, cast.positionId);
    const alike = await post(one, cast.positionId);
    const unlike = await post(two, cast.otherPositionId);
    const open = await post(three, null);
    const handed = await ask(cast.ada);
    expect(idsOf(handed)).toEqual(expect.arrayContaining([unlike, open]));
    expect(handed.find(({ response }) => response.id === unlike)).toMatchObject({
      why: { unlike: true, unanswered: true },
      response: { unread: true, mine: false, standing: null },
    });
    expect(idsOf(await ask(cast.ada))).toEqual(idsOf(handed));
    expect(await inHand(cast.ada)).toEqual(idsOf(handed));
    expect(await inHand(one)).toEqual([]);
    expect(idsOf(handed)).not.toContain(alike);
    const events = await db().event.findMany({ where: { type: "response.handed", courseId: cast.courseId } });
    expect(events).toHaveLength(2);
  });

  it("goes by where an author has stood last, where the answer takes no position", async () => {
    const [one, two] = await classmates(2);
    if (!one || !two) throw new Error("no class");
    const stand = (access: CourseAccess, positionId: string) =>
      db().stance.create({
        data: {
          id: uuidv7(),
          courseId: cast.courseId,
          authorId: access.actor.membershipId,
          moment: "before",
          confidence: 3,
          positionId,
        },
      });
    for (const access of [cast.ada, one]) await stand(access, cast.positionId);
    await stand(two, cast.otherPositionId);
    await post(one);
    const unlike = await post(two, null, inDays(0.1));
    const [first] = await ask(cast.ada);
    // Where somebody stands is nobody else's to know.
    expect(first).toMatchObject({ response: { id: unlike }, why: { unlike: false } });
  });

  it("never gives what was read in the list, was replied to, or is one's own", async () => {
    const [one, two, three] = await classmates(3);
    if (!one || !two || !three) throw new Error("no class");
    const own = await post(cast.ada);
    const [read, replied, left] = [await post(one), await post(two), await post(three)];
    await seeResponses(cast.ada, [read, own], today);
    await answer(cast.ada, replied);
    expect(idsOf(await ask(cast.ada))).toEqual([left]);
    const page = await promptPage(cast.ada, cast.promptId, today);
    const unread = page.responses.filter((response) => response.unread).map(({ id }) => id);
    expect(unread).toEqual([left]);
    expect(page.repliesWritten).toBe(1);
  });

  it("has done with an answer once it is replied to, and then gives another", async () => {
    const others = await classmates(4);
    for (const access of others) await post(access);
    const [first = "", second = ""] = idsOf(await ask(cast.ada));
    await answer(cast.ada, first);
    expect(await inHand(cast.ada)).toEqual([second]);
    const next = idsOf(await ask(cast.ada));
    expect(next).toHaveLength(2);
    expect(next).toContain(second);
    expect(next).not.toContain(first);
  });

  it("gives another instead, never the same again, and leaves what has no other", async () => {
    const others = await classmates(3);
    for (const access of others) await post(access);
    const [first = "", second = ""] = idsOf(await ask(cast.ada));
    const changed = idsOf(await ask(cast.ada, first));
    expect(changed).toHaveLength(2);
    expect(changed).toContain(second);
    expect(changed).not.toContain(first);
    expect(idsOf(await ask(cast.ada, first))).toEqual(changed);
    expect(idsOf(await ask(cast.ada, second))).toEqual(changed);
    expect(idsOf(await ask(cast.ada, uuidv7()))).toEqual(changed);
  });

  it("takes a deleted answer out of everybody's hands", async () => {
    const [one, two] = await classmates(2);
    if (!one || !two) throw new Error("no class");
    const [gone, stays] = [await post(one), await post(two)];
    expect(idsOf(await ask(cast.ada)).sort()).toEqual([gone, stays].sort());
    await deleteResponse(one, gone, today);
    expect(await inHand(cast.ada)).toEqual([stays]);
    expect(idsOf(await ask(cast.ada))).toEqual([stays]);
  });

  it("gives what is left lying for a day to somebody else as well", async () => {
    const [one] = await classmates(1);
    if (!one) throw new Error("no class");
    const only = await post(one);
    expect(idsOf(await ask(cast.ada))).toEqual([only]);
    const other = await post(cast.ada);
    expect(idsOf(await ask(cast.liming))).toEqual([other]);
    expect(idsOf(await ask(cast.liming, undefined, inDays(1.1)))).toEqual([other, only]);
    // Ada can still reply to it.
    expect(await inHand(cast.ada)).toEqual([only]);
  });

  it("stays balanced when many ask at once: no answer is in two hands while another is in none", async () => {
    const others = await classmates(7);
    const posted = await Promise.all(others.map((access) => post(access)));
    await Promise.all([...others, cast.ada, cast.liming].map((access) => ask(access)));
    const hands = await db().handedResponse.groupBy({
      by: ["responseId"],
      where: { promptId: cast.promptId },
      _count: true,
    });
    expect(hands.map(({ responseId }) => responseId).sort()).toEqual([...posted].sort());
    expect(hands.every(({ _count }) => _count === 1)).toBe(true);
  });

  it("is for students of the room while it takes words", async () => {
    const mine = await post(cast.ada);
    expect(await ask(cast.stranger)).toEqual([]);
    for (const access of [cast.instructor, cast.observer]) {
      await expect(ask(access)).rejects.toMatchObject({ refusal: { code: "not-allowed" } });
      expect(await nextToRead(access, cast.promptId, today)).toEqual([]);
    }
    expect(idsOf(await ask(cast.liming))).toEqual([mine]);
    await expect(ask(cast.liming, undefined, inDays(6))).rejects.toMatchObject({
      refusal: { code: "closed" },
    });
  });
});

describe("what staff are told of answers without a reply", () => {
  it("is each of them by its prompt, oldest first; a word of the author's own is no reply", async () => {
    const [one] = await classmates(1);
    if (!one) throw new Error("no class");
    const later = await post(cast.liming, null, inDays(0.2));
    const first = await post(cast.ada, cast.positionId);
    const answered = await post(one);
    await answer(cast.ada, answered);
    await answer(cast.ada, first);
    await seeResponses(cast.liming, [first], today);
    expect(await unansweredResponses(cast.assistant)).toMatchObject([
      {
        promptId: cast.promptId,
        number: 1,
        answers: [
          { id: first, author: { name: "Ada" }, positionId: cast.positionId, read: 1 },
          { id: later, author: { name: "Li Ming" }, read: 0 },
        ],
      },
    ]);
    for (const access of [cast.ada, cast.observer]) {
      await expect(unansweredResponses(access)).rejects.toMatchObject({ refusal: { code: "not-allowed" } });
    }
  });
});
