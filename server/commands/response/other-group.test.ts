import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { moveStudent } from "@/server/commands/group/move-student";
import { takeStance } from "@/server/commands/stance/take-stance";
import { amendSteelman } from "@/server/commands/steelman/amend-steelman";
import { writeSteelman } from "@/server/commands/steelman/write-steelman";
import { type CourseAccess, courseAccess } from "@/server/queries/course-access";
import { promptPage } from "@/server/queries/prompt";
import { nextToRead } from "@/server/queries/read-next";
import { steelmenOfPrompt } from "@/server/queries/steelman";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { handNextResponses } from "./hand-next";
import { replyToResponse } from "./reply-to-response";
import { saveResponse } from "./save-response";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const save = (access: CourseAccess, id: Id, version: number, purpose: "draft" | "post", body = "It asks.") =>
  saveResponse(access, { id, promptId: cast.promptId, version, positionId: null, body }, purpose, today);

/** Ada, in the other group. */
async function moved(): Promise<CourseAccess> {
  const { groups, ada } = cast;
  const move = {
    setId: groups.setId,
    membershipId: ada.actor.membershipId,
    fromId: groups.a,
    toId: groups.b,
  };
  await moveStudent(cast.instructor, move, today);
  return courseAccess({ userId: ada.userId, sessionVersion: 1 }, cast.courseId);
}

const bodies = async (access: CourseAccess) =>
  (await promptPage(access, cast.promptId, today)).responses.map(({ body }) => body);

describe("somebody who is moved to another group", () => {
  it("takes along an answer that is not posted", async () => {
    const id = uuidv7();
    await save(cast.ada, id, 0, "draft");
    const ada = await moved();
    expect(await bodies(ada)).toEqual(["It asks."]);
    expect(await save(ada, id, 1, "draft", "It asks whom?")).toMatchObject({ groupId: cast.groups.b });
    await save(ada, id, 2, "post", "It asks whom?");
    expect(await bodies(cast.stranger)).toEqual(["It asks whom?"]);
    expect(await bodies(cast.liming)).toEqual([]);
  });

  it("goes on seeing and revising what they posted, where it was answered", async () => {
    const id = uuidv7();
    await save(cast.ada, id, 0, "post");
    const reply = { id: uuidv7(), parentId: id, relation: "ask" as const, body: "Whom?" };
    await replyToResponse(cast.liming, reply, today);
    const ada = await moved();
    const page = await promptPage(ada, cast.promptId, today);
    expect(page.responses).toMatchObject([{ id, mine: true, can: { edit: true } }]);
    expect(await save(ada, id, 1, "post", "It asks everybody.")).toMatchObject({ version: 2 });
    expect(await bodies(cast.liming)).toEqual(["It asks everybody.", "Whom?"]);
    expect(await bodies(cast.stranger)).toEqual([]);
  });

  it("goes on seeing and amending the case they put", async () => {
    const { promptId, positionId, otherPositionId } = cast;
    await db().prompt.update({ where: { id: promptId }, data: { steelman: true } });
    const stand = { moment: "before" as const, readingId: null, betweenId: null, confidence: 3, why: "" };
    await takeStance(cast.ada, { ...stand, id: uuidv7(), positionId, movedBy: null }, today);
    const id = uuidv7();
    await writeSteelman(cast.ada, { id, promptId, positionId: otherPositionId, body: "It keeps." }, today);
    const ada = await moved();
    const { steelmen } = await steelmenOfPrompt(ada, promptId, today);
    expect(steelmen).toMatchObject([{ id, can: { amend: true } }]);
    expect(await amendSteelman(ada, { id, version: 1, body: "It keeps the peace." }, today)).toMatchObject({
      version: 2,
    });
    expect((await steelmenOfPrompt(cast.stranger, promptId, today)).steelmen).toEqual([]);
  });

  it("is given what the new group wrote, and is waited for by nobody of the old one", async () => {
    await db().prompt.update({ where: { id: cast.promptId }, data: { postFirst: true } });
    for (const access of [cast.ada, cast.liming, cast.stranger]) await save(access, uuidv7(), 0, "post");
    const ada = await moved();
    const given = await handNextResponses(ada, { promptId: cast.promptId }, today);
    expect(given.map(({ response }) => response.author.name)).toEqual(["Zofia"]);
    const [theirs] = await handNextResponses(cast.liming, { promptId: cast.promptId }, today);
    expect(theirs?.response.author.name).toBe("Ada");
  });

  it("has no answer in hand any longer that the old group wrote", async () => {
    for (const access of [cast.ada, cast.liming]) await save(access, uuidv7(), 0, "post");
    const inHand = async (access: CourseAccess) => (await nextToRead(access, cast.promptId, today)).length;
    await handNextResponses(cast.ada, { promptId: cast.promptId }, today);
    expect(await inHand(cast.ada)).toBe(1);
    expect(await inHand(await moved())).toBe(0);
  });
});
