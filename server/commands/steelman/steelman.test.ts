import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { steelmenOfPrompt } from "@/server/queries/steelman";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { takeStance } from "../stance/take-stance";
import { amendSteelman } from "./amend-steelman";
import { deleteSteelman } from "./delete-steelman";
import { judgeSteelman } from "./judge-steelman";
import { rebutSteelman } from "./rebut-steelman";
import { writeSteelman } from "./write-steelman";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  await db().prompt.update({ where: { id: cast.promptId }, data: { steelman: true } });
  await hold(cast.ada, cast.otherPositionId);
  await hold(cast.liming, cast.positionId);
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  );

const hold = (access: CourseAccess, positionId: string, at = today) =>
  takeStance(
    access,
    {
      id: uuidv7(),
      moment: "before",
      readingId: null,
      positionId,
      betweenId: null,
      movedBy: null,
      confidence: 3,
      why: "",
    },
    at,
  );

const put = (change: object = {}) => ({
  id: uuidv7(),
  promptId: cast.promptId,
  positionId: cast.positionId,
  body: "It asks everybody [[1 ¶2]].",
  ...change,
});
const verdict = (steelmanId: string, signs: boolean, version = 1) => ({
  id: uuidv7(),
  steelmanId,
  version,
  signs,
  words: signs ? "" : "It forgets the vetoes.",
});

describe("a steelman", () => {
  it("is put, found wanting, amended, signed and only then answered", async () => {
    const { id } = await writeSteelman(cast.ada, put(), today);
    const answer = { id, over: null, body: "But five of them need not answer." };
    expect(await codeOf(rebutSteelman(cast.ada, answer, today))).toBe("unsigned");
    const wanting = await judgeSteelman(cast.liming, verdict(id, false), today);
    expect(wanting).toMatchObject({
      state: "amend",
      verdicts: [{ signs: false, current: true, mine: true }],
    });
    const amended = await amendSteelman(
      cast.ada,
      { id, version: 1, body: "It asks everybody, five twice." },
      today,
    );
    expect(amended).toMatchObject({
      version: 2,
      state: "waiting",
      verdicts: [{ current: false }],
      citations: [],
    });
    expect(await codeOf(judgeSteelman(cast.liming, verdict(id, true, 1), today))).toBe("stale");
    await judgeSteelman(cast.liming, verdict(id, true, 2), today);
    const answered = await rebutSteelman(cast.ada, answer, today);
    expect(answered).toMatchObject({ state: "answered", rebuttal: answer.body });
    expect(await rebutSteelman(cast.ada, answer, inDays(1))).toEqual(answered);
    expect(await codeOf(amendSteelman(cast.ada, { id, version: 2, body: "Other." }, today))).toBe("answered");
    expect(await codeOf(judgeSteelman(cast.liming, verdict(id, false, 2), today))).toBe("answered");
    const other = { id, over: today, body: "But five of them need not, ever." };
    expect(await rebutSteelman(cast.ada, other, inDays(1))).toMatchObject({ rebuttal: other.body });
    expect(await codeOf(rebutSteelman(cast.ada, { ...other, body: "Late." }, inDays(1)))).toBe("stale");
    const kept = await db().steelmanRebuttal.findMany({ where: { steelmanId: id } });
    expect(kept).toMatchObject([{ at: today, body: answer.body }]);
    const types = await db().event.findMany({
      where: { type: { startsWith: "steelman." } },
      orderBy: { seq: "asc" },
      select: { type: true },
    });
    expect(types.map((event) => event.type)).toEqual(
      ["saved", "judged", "saved", "judged", "answered", "answered"].map((what) => `steelman.${what}`),
    );
    const [first] = await db().steelmanVersion.findMany({ where: { steelmanId: id } });
    expect(first?.body).toBe("It asks everybody [[1 ¶2]].");
  });

  it("is for what one rejects, after one has said where one stands, where it is asked for", async () => {
    expect(await codeOf(writeSteelman(cast.liming, put(), today))).toBe("not-allowed");
    expect(await codeOf(writeSteelman(cast.stranger, put(), today))).toBe("stance-first");
    expect(await codeOf(writeSteelman(cast.instructor, put(), today))).toBe("not-allowed");
    expect(await codeOf(writeSteelman(cast.ada, put(), inDays(6)))).toBe("closed");
    await db().prompt.update({ where: { id: cast.promptId }, data: { steelman: false } });
    expect(await codeOf(writeSteelman(cast.ada, put(), today))).toBe("not-allowed");
    const other = await makeCourse();
    expect(await codeOf(writeSteelman(other.ada, put(), today))).toBe("not-found");
    expect(await db().steelman.count({ where: { courseId: cast.courseId } })).toBe(0);
  });

  it("sent twice is there once, and a second one shows the first", async () => {
    const sent = put();
    const [one, two] = await Promise.all([
      writeSteelman(cast.ada, sent, today),
      writeSteelman(cast.ada, sent, today),
    ]);
    expect(two).toEqual(one);
    expect(await codeOf(writeSteelman(cast.ada, put(), today))).toBe("stale");
    const both = await Promise.all(
      ["Here.", "There."].map((body) =>
        codeOf(amendSteelman(cast.ada, { id: sent.id, version: 1, body }, today)),
      ),
    );
    expect(both.sort()).toEqual(["not refused", "stale"]);
  });

  it("is judged only by classmates who hold its position and may see it", async () => {
    const { id } = await writeSteelman(cast.ada, put(), today);
    expect(await codeOf(judgeSteelman(cast.ada, verdict(id, true), today))).toBe("not-allowed");
    expect(await codeOf(judgeSteelman(cast.instructor, verdict(id, true), today))).toBe("not-allowed");
    await hold(cast.stranger, cast.positionId);
    expect(await codeOf(judgeSteelman(cast.stranger, verdict(id, true), today))).toBe("not-found");
    await hold(cast.liming, cast.otherPositionId, inDays(1));
    expect(await codeOf(judgeSteelman(cast.liming, verdict(id, true), inDays(1)))).toBe("not-allowed");
  });

  it("shows to others when their own answer is posted, where the prompt asks for that first", async () => {
    await db().prompt.update({ where: { id: cast.promptId }, data: { postFirst: true } });
    const { id } = await writeSteelman(cast.ada, put(), today);
    expect((await steelmenOfPrompt(cast.liming, cast.promptId, today)).steelmen).toEqual([]);
    expect(await codeOf(judgeSteelman(cast.liming, verdict(id, true), today))).toBe("not-found");
    expect((await steelmenOfPrompt(cast.ada, cast.promptId, today)).steelmen).toHaveLength(1);
    expect((await steelmenOfPrompt(cast.instructor, cast.promptId, today)).steelmen).toHaveLength(1);
  });

  it("goes under aliases where the prompt asks for them", async () => {
    await db().prompt.update({ where: { id: cast.promptId }, data: { pseudonyms: true } });
    const { id } = await writeSteelman(cast.ada, put(), today);
    await judgeSteelman(cast.liming, verdict(id, true), today);
    const { steelmen } = await steelmenOfPrompt(cast.liming, cast.promptId, today);
    expect(JSON.stringify(steelmen)).not.toContain("Ada");
    expect(JSON.stringify(steelmen)).not.toContain(cast.ada.actor.membershipId);
    expect(JSON.stringify(await steelmenOfPrompt(cast.instructor, cast.promptId, today))).toContain("Ada");
  });

  it("is deleted by its author or by staff, and what it said is kept", async () => {
    const { id } = await writeSteelman(cast.ada, put(), today);
    expect(await codeOf(deleteSteelman(cast.liming, id, today))).toBe("not-allowed");
    await deleteSteelman(cast.instructor, id, today);
    expect((await steelmenOfPrompt(cast.liming, cast.promptId, today)).steelmen).toEqual([]);
    expect(await db().steelmanVersion.count({ where: { steelmanId: id } })).toBe(1);
  });
});
