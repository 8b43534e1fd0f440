import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import { seeResponses } from "@/server/commands/response/see-responses";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import type { CourseAccess } from "./course-access";
import { promptPage } from "./prompt";
import { promptProgress } from "./prompt-progress";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const save = async (access: CourseAccess, body: string, purpose: "draft" | "post" = "post") => {
  const id = uuidv7();
  const input = { id, promptId: cast.promptId, version: 0, positionId: cast.positionId, body };
  await saveResponse(access, input, purpose, today);
  return id;
};
const of = async (access: CourseAccess) =>
  (await promptProgress(access, today)).find((each) => each.promptId === cast.promptId);
const set = (data: {
  postFirst?: boolean;
  citationsMin?: number;
  repliesMin?: number;
  positionsMin?: number;
}) => db().prompt.update({ where: { id: cast.promptId }, data });

describe("how far one is with a prompt", () => {
  it("counts what the own answer lacks, the replies owed and what is unread", async () => {
    await set({ citationsMin: 2, repliesMin: 2, postFirst: false });
    expect(await of(cast.ada)).toMatchObject({ missing: null, repliesOwed: 2, unread: 0 });

    await save(cast.ada, "It asks. [[1 ¶1]]", "draft");
    const lacks = (await of(cast.ada))?.missing ?? 0;
    expect(lacks).toBeGreaterThan(0);

    const theirs = await save(cast.liming, "It is asked at dinner.");
    expect(await of(cast.ada)).toMatchObject({ unread: 1 });
    await replyToResponse(
      cast.ada,
      { id: uuidv7(), parentId: theirs, relation: "ask", body: "By whom?" },
      today,
    );
    await seeResponses(cast.ada, [theirs], today);
    expect(await of(cast.ada)).toMatchObject({ repliesOwed: 1, unread: 0 });
  });

  it("asks for no more positions than the frame still has", async () => {
    await db().promptPosition.deleteMany({ where: { promptId: cast.promptId } });
    await set({ positionsMin: 2 });
    await save(cast.ada, "It asks. [[1 ¶1 Charter]]");
    const before = (await of(cast.ada))?.missing ?? 0;
    await db().position.update({ where: { id: cast.otherPositionId }, data: { removedAt: today } });
    expect((await of(cast.ada))?.missing).toBe(before - 1);
    const { prompt } = await promptPage(cast.ada, cast.promptId, today);
    expect(prompt.asks).toMatchObject({ positionsMin: 1, inFrame: 1 });
  });

  it("says nothing of answers that do not show yet, nor of another group's, nor of drafts", async () => {
    await set({ postFirst: true });
    await save(cast.liming, "It is asked at dinner.");
    expect(await of(cast.ada)).toMatchObject({ unread: 0 });

    await set({ postFirst: false });
    expect(await of(cast.ada)).toMatchObject({ unread: 1 });
    expect(await of(cast.stranger)).toMatchObject({ unread: 0 });
    await save(cast.ada, "Not yet.", "draft");
    expect(await of(cast.liming)).toMatchObject({ unread: 0 });
    expect(await of(cast.instructor)).toMatchObject({ unread: 1, repliesOwed: 0 });
  });
});
