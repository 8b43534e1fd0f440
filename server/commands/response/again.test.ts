import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { deleteResponse } from "./delete-response";
import { replyToResponse } from "./reply-to-response";
import { saveResponse } from "./save-response";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  );

const answer = (change: object = {}) => ({
  id: uuidv7(),
  promptId: cast.promptId,
  version: 0,
  positionId: cast.positionId,
  body: "The Charter asks. [[1 \u00b62]]",
  ...change,
});
const replyTo = (parentId: string) => ({ id: uuidv7(), parentId, relation: "ask" as const, body: "Whom?" });

describe("what is sent again after the close, because its answer was lost", () => {
  it("is answered with what is there, and nothing else is taken", async () => {
    const draft = answer();
    await saveResponse(cast.ada, draft, "draft", today);
    const posted = { ...draft, version: 1, body: "It asks." };
    const view = await saveResponse(cast.ada, posted, "post", today);
    expect(await saveResponse(cast.ada, posted, "post", inDays(6))).toMatchObject({
      id: view.id,
      version: 2,
      body: view.body,
    });
    expect(await codeOf(saveResponse(cast.ada, { ...posted, body: "More." }, "post", inDays(6)))).toBe(
      "closed",
    );
    expect(await codeOf(saveResponse(cast.liming, answer(), "draft", inDays(6)))).toBe("closed");

    const reply = replyTo(draft.id);
    await replyToResponse(cast.liming, reply, today);
    expect(await replyToResponse(cast.liming, reply, inDays(6))).toMatchObject({ id: reply.id, mine: true });
    expect(await codeOf(replyToResponse(cast.liming, replyTo(draft.id), inDays(6)))).toBe("closed");
    expect(await codeOf(replyToResponse(cast.ada, reply, inDays(6)))).toBe("closed");
  });

  it("is answered so also where its position was taken out of the frame meanwhile", async () => {
    const draft = answer();
    await saveResponse(cast.ada, draft, "post", today);
    await db().position.update({ where: { id: cast.positionId }, data: { removedAt: today } });
    expect(await saveResponse(cast.ada, draft, "post", today)).toMatchObject({ id: draft.id, version: 1 });
  });
});

it("a change that arrives twice at once is made once, and neither is refused", async () => {
  const first = answer();
  await saveResponse(cast.ada, first, "post", today);
  const change = { ...first, version: 1, body: "It asks everybody." };
  const views = await Promise.all([1, 2, 3].map(() => saveResponse(cast.ada, change, "post", today)));
  expect(views.map(({ version }) => version)).toEqual([2, 2, 2]);
  expect(await db().responseVersion.count({ where: { responseId: first.id } })).toBe(1);
});

it("an id that already names something else of one's own is refused, not taken for the answer", async () => {
  const first = answer();
  await saveResponse(cast.ada, first, "post", today);
  const other = uuidv7();
  const { courseId, assignmentId } = cast;
  await db().prompt.create({
    data: { id: other, courseId, assignmentId, position: 2, title: "B", body: "B" },
  });
  expect(await codeOf(saveResponse(cast.ada, { ...first, promptId: other }, "post", today))).toBe("id-taken");
  const reply = replyTo(first.id);
  await replyToResponse(cast.ada, reply, today);
  expect(
    await codeOf(saveResponse(cast.ada, answer({ id: reply.id, promptId: other }), "draft", today)),
  ).toBe("id-taken");
});

it("of two who delete it at once neither is refused", async () => {
  const first = answer();
  await saveResponse(cast.ada, first, "post", today);
  await Promise.all([1, 2, 3].map(() => deleteResponse(cast.ada, first.id, today)));
  expect(await db().event.count({ where: { subjectId: first.id, type: "response.deleted" } })).toBe(1);
});

it("a prompt that is taken away while somebody answers it is not found", async () => {
  await db().prompt.delete({ where: { id: cast.promptId } });
  expect(await codeOf(saveResponse(cast.ada, answer(), "post", today))).toBe("not-found");
});
