import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { type Refusal, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { saveResponse } from "@/server/commands/response/save-response";
import { takeStance } from "@/server/commands/stance/take-stance";
import type { CourseAccess } from "@/server/queries/course-access";
import { steelmenOfPrompt } from "@/server/queries/steelman";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { amendSteelman } from "./amend-steelman";
import { deleteSteelman } from "./delete-steelman";
import { judgeSteelman } from "./judge-steelman";
import { rebutSteelman } from "./rebut-steelman";
import { writeSteelman } from "./write-steelman";

const late = inDays(6);

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  await db().prompt.update({ where: { id: cast.promptId }, data: { steelman: true } });
  await hold(cast.ada, cast.otherPositionId);
  await hold(cast.liming, cast.positionId);
});

const refusalOf = (work: Promise<unknown>): Promise<Refusal | string> =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal : String(error)),
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

const put = () => ({ id: uuidv7(), promptId: cast.promptId, positionId: cast.positionId, body: "It asks." });
const verdict = (steelmanId: string, version = 1) => ({
  id: uuidv7(),
  steelmanId,
  version,
  signs: true,
  words: "Just so.",
});

describe("what is sent again because its answer was lost is answered with what is there", () => {
  it("a case, also when its author has come to hold the position, and after the close", async () => {
    const sent = put();
    await writeSteelman(cast.ada, sent, today);
    await hold(cast.ada, cast.positionId, inDays(1));
    expect(await writeSteelman(cast.ada, sent, inDays(1))).toMatchObject({ id: sent.id, mine: true });
    expect(await writeSteelman(cast.ada, sent, late)).toMatchObject({ id: sent.id });
    expect(await refusalOf(writeSteelman(cast.liming, sent, late))).toMatchObject({ code: "closed" });
  });

  it("its amendment, a verdict on it and its answer, after the close", async () => {
    const { id } = await writeSteelman(cast.ada, put(), today);
    const amended = { id, version: 1, body: "It asks everybody." };
    await amendSteelman(cast.ada, amended, today);
    expect(await amendSteelman(cast.ada, amended, late)).toMatchObject({ version: 2 });
    const signed = verdict(id, 2);
    await judgeSteelman(cast.liming, signed, today);
    expect(await judgeSteelman(cast.liming, signed, late)).toMatchObject({ state: "signed" });
    expect(await refusalOf(judgeSteelman(cast.liming, verdict(id, 2), late))).toMatchObject({
      code: "closed",
    });
    const answer = { id, over: null, body: "But five need not answer." };
    await rebutSteelman(cast.ada, answer, today);
    expect(await rebutSteelman(cast.ada, answer, late)).toMatchObject({ rebuttal: answer.body });
    expect(await refusalOf(rebutSteelman(cast.ada, { ...answer, body: "More." }, late))).toMatchObject({
      code: "closed",
    });
  });

  it("a verdict on words that were amended since", async () => {
    const { id } = await writeSteelman(cast.ada, put(), today);
    const signed = verdict(id);
    await judgeSteelman(cast.liming, signed, today);
    await amendSteelman(cast.ada, { id, version: 1, body: "It asks everybody." }, today);
    expect(await judgeSteelman(cast.liming, signed, today)).toMatchObject({ version: 2, state: "waiting" });
    expect(await refusalOf(judgeSteelman(cast.stranger, signed, today))).toMatchObject({ code: "not-found" });
  });
});

describe("two at once", () => {
  it("that change the same words differently: the later is told the newer ones", async () => {
    const { id } = await writeSteelman(cast.ada, put(), today);
    const bodies = ["Here.", "There."];
    const both = await Promise.all(
      bodies.map((body) => refusalOf(amendSteelman(cast.ada, { id, version: 1, body }, today))),
    );
    const { body } = await db().steelman.findUniqueOrThrow({ where: { id } });
    expect(both.filter((each) => each !== "not refused")).toEqual([
      { code: "stale", current: { version: 2, text: body } },
    ]);
  });

  it("that make the same change: it is made once, and neither is refused", async () => {
    const { id } = await writeSteelman(cast.ada, put(), today);
    const change = { id, version: 1, body: "It asks everybody." };
    const views = await Promise.all([1, 2].map(() => amendSteelman(cast.ada, change, today)));
    expect(views.map(({ version }) => version)).toEqual([2, 2]);
    await judgeSteelman(cast.liming, verdict(id, 2), today);
    const answer = { id, over: null, body: "But." };
    const answered = await Promise.all([1, 2].map(() => rebutSteelman(cast.ada, answer, today)));
    expect(answered.map(({ rebuttal }) => rebuttal)).toEqual(["But.", "But."]);
    await Promise.all([1, 2].map(() => deleteSteelman(cast.ada, id, today)));
    const events = await db().event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(events.map(({ type }) => type.split(".")[1])).toEqual(["saved", "saved", "answered", "deleted"]);
  });
});

it("verdicts are others' words: they stay hidden until one's own answer is posted, where the prompt asks for that", async () => {
  await db().prompt.update({ where: { id: cast.promptId }, data: { postFirst: true } });
  const { id } = await writeSteelman(cast.ada, put(), today);
  const answer = (access: CourseAccess) =>
    saveResponse(
      access,
      { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "So." },
      "post",
      today,
    );
  await answer(cast.liming);
  await judgeSteelman(cast.liming, verdict(id), today);
  const seen = async (access: CourseAccess) =>
    (await steelmenOfPrompt(access, cast.promptId, today)).steelmen.map(({ state, verdicts }) => [
      state,
      verdicts.length,
    ]);
  expect(await seen(cast.ada)).toEqual([["waiting", 0]]);
  expect(await seen(cast.instructor)).toEqual([["signed", 1]]);
  await answer(cast.ada);
  expect(await seen(cast.ada)).toEqual([["signed", 1]]);
});
