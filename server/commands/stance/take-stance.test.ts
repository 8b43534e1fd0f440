import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type NewStance, newStance } from "@/domain/prompt/stance";
import { db } from "@/server/adapters/db";
import { ownStances } from "@/server/queries/stance";
import { type Cast, inDays, makeCourse, texts, today } from "@/server/testing/cast";
import { takeStance } from "./take-stance";

let cast: Cast;
beforeAll(async () => {
  cast = await makeCourse();
});

const stance = (change: Partial<NewStance> = {}): NewStance => ({
  id: uuidv7(),
  moment: "before",
  readingId: null,
  positionId: cast.positionId,
  betweenId: null,
  confidence: 3,
  why: "It asks everybody.",
  movedBy: null,
  ...change,
});

const refused = (code: string) => ({ refusal: { code } });
const passage = (of: Cast, paragraph = 1) => ({
  readingId: of.readingId,
  paragraphId: of.paragraphIds[paragraph] ?? "",
});

describe("a stance", () => {
  it("is added to those before it, once", async () => {
    const first = stance();
    const second = stance({ moment: "afterReading", readingId: cast.readingId, positionId: null });
    await takeStance(cast.ada, first, today);
    await takeStance(cast.ada, second, inDays(1));
    const repeated = await takeStance(cast.ada, { ...first, why: "Something else." }, inDays(2));
    expect(repeated).toMatchObject({ id: first.id, why: "It asks everybody.", at: today });
    expect((await ownStances(cast.ada)).map((each) => each.id)).toEqual([first.id, second.id]);
    expect(await db().event.count({ where: { subjectId: first.id, type: "stance.taken" } })).toBe(1);
    expect(await ownStances(cast.liming)).toEqual([]);
  });

  it("may be taken for every moment as often as one likes", async () => {
    for (const moment of ["before", "before", "after", "after"] as const)
      await takeStance(cast.stranger, stance({ moment }), today);
    for (const _again of [1, 2])
      await takeStance(
        cast.stranger,
        stance({ moment: "afterReading", readingId: cast.readingId }),
        inDays(1),
      );
    expect((await ownStances(cast.stranger)).map(({ moment }) => moment)).toHaveLength(6);
  });

  it("may lie between two, and names the passage that moved", async () => {
    const sent = stance({ betweenId: cast.otherPositionId, movedBy: passage(cast) });
    const taken = await takeStance(cast.liming, sent, today);
    expect(taken).toMatchObject({ positionId: cast.positionId, betweenId: cast.otherPositionId });
    expect(taken.movedBy).toEqual({
      ...passage(cast),
      reading: 1,
      paragraph: 2,
      title: "A code for the allies",
      text: texts[1],
    });
    const event = await db().event.findFirst({ where: { subjectId: sent.id } });
    expect(event?.payload).toEqual({
      positionId: cast.positionId,
      betweenId: cast.otherPositionId,
      confidence: 3,
    });
  });

  it("lies between two that differ, or not between any", () => {
    const said = (change: object) => newStance.safeParse(stance(change)).success;
    expect(said({ betweenId: cast.otherPositionId })).toBe(true);
    expect(said({ betweenId: cast.positionId })).toBe(false);
    expect(said({ positionId: null, betweenId: cast.otherPositionId })).toBe(false);
    expect(said({ moment: "after", readingId: cast.readingId })).toBe(false);
    expect(newStance.parse({ ...stance(), betweenId: undefined, movedBy: undefined })).toMatchObject({
      betweenId: null,
      movedBy: null,
    });
  });

  it("is taken by students, under ids of their own, on what is in the course and open", async () => {
    const sent = stance();
    await takeStance(cast.ada, sent, today);
    const other = await makeCourse();
    const notFound: Partial<NewStance>[] = [
      { positionId: other.positionId },
      { betweenId: other.positionId },
      { moment: "afterReading", readingId: other.readingId },
      { movedBy: passage(other) },
      { movedBy: { ...passage(cast), paragraphId: other.paragraphIds[0] ?? "" } },
    ];
    for (const change of notFound)
      await expect(takeStance(cast.ada, stance(change), today)).rejects.toMatchObject(refused("not-found"));
    await expect(takeStance(cast.liming, sent, today)).rejects.toMatchObject(refused("id-taken"));
    for (const access of [cast.instructor, cast.assistant, cast.observer])
      await expect(takeStance(access, stance(), today)).rejects.toMatchObject(refused("not-allowed"));
  });

  it("names no passage of a reading that has not opened", async () => {
    const early = stance({ movedBy: passage(cast) });
    await expect(takeStance(cast.ada, early, inDays(-4.5))).rejects.toMatchObject(refused("not-found"));
    expect(await db().stance.count({ where: { id: early.id } })).toBe(0);
  });

  it("once taken is there when it is sent again, also when its position was taken out meanwhile", async () => {
    const other = await makeCourse();
    const sent = { ...stance(), positionId: other.positionId };
    const taken = await takeStance(other.ada, sent, today);
    await db().position.update({ where: { id: other.positionId }, data: { removedAt: today } });
    expect(await takeStance(other.ada, sent, inDays(1))).toEqual(taken);
    await expect(takeStance(other.ada, { ...sent, id: uuidv7() }, today)).rejects.toMatchObject(
      refused("out-of-frame"),
    );
  });

  it("is not taken with a position that is no longer in the frame", async () => {
    const other = await makeCourse();
    await db().position.update({ where: { id: other.otherPositionId }, data: { removedAt: today } });
    const sent = { ...stance(), positionId: other.otherPositionId };
    await expect(takeStance(other.ada, sent, today)).rejects.toMatchObject(refused("out-of-frame"));
  });
});
