import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { NewStance } from "@/domain/prompt/stance";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { evidencePage } from "@/server/queries/evidence";
import { ownStances } from "@/server/queries/stance";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
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
  confidence: 3,
  why: "It asks everybody.",
  ...change,
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  );

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

  it("is taken by students, under ids of their own, on what is in the course and open", async () => {
    const sent = stance();
    await takeStance(cast.ada, sent, today);
    const other = await makeCourse();
    expect(await codeOf(takeStance(cast.liming, sent, today))).toBe("id-taken");
    expect(await codeOf(takeStance(cast.instructor, stance(), today))).toBe("not-allowed");
    expect(await codeOf(takeStance(cast.observer, stance(), today))).toBe("not-allowed");
    expect(await codeOf(takeStance(cast.ada, stance({ positionId: other.positionId }), today))).toBe(
      "not-found",
    );
    const reading = stance({ moment: "afterReading", readingId: other.readingId });
    expect(await codeOf(takeStance(cast.ada, reading, today))).toBe("not-found");
  });
});

describe("the evidence", () => {
  it("is that of readings which are open to who looks", async () => {
    await db().evidence.create({
      data: {
        id: uuidv7(),
        courseId: cast.courseId,
        authorId: cast.ada.actor.membershipId,
        readingId: cast.readingId,
        paragraphId: cast.paragraphIds[1] ?? "",
        startOffset: 0,
        endOffset: 2,
        quote: "An",
        claim: "It binds nobody.",
        relation: "challenges",
        positionId: cast.positionId,
        dimensionId: cast.dimensionId,
        roomId: cast.rooms.a,
        filedAt: today,
      },
    });
    const page = await evidencePage(cast.liming, today);
    expect(page).toMatchObject({
      dimensions: [{ name: "Alliances" }],
      evidence: [{ author: { name: "Ada" }, mine: false, reading: 1, paragraph: 2, relation: "challenges" }],
    });
    expect((await evidencePage(cast.liming, inDays(-4.5))).evidence).toEqual([]);
    expect((await evidencePage(cast.instructor, inDays(-4.5))).evidence).toHaveLength(1);
  });
});
