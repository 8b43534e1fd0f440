import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { replyToResponse } from "@/server/commands/response/reply-to-response";
import { saveResponse } from "@/server/commands/response/save-response";
import { makeCourse, today } from "@/server/testing/cast";
import { keepCitations } from "./citations";
import { db, transaction } from "./db";

it("what a reading no longer shows by the time it is cited is not kept as if it did", async () => {
  const cast = await makeCourse();
  const { courseId, sourceId, readingId, promptId } = cast;
  const responseId = uuidv7();
  const answer = { id: responseId, promptId, version: 0, positionId: null, body: "See [[1 \u00b62]]." };
  await saveResponse(cast.ada, answer, "post", today);
  const cited = { position: 0, readingId, paragraphId: cast.paragraphIds[1] ?? "" };
  const keep = (anchor: "sound" | "lost") =>
    transaction((tx) => keepCitations(tx, { courseId, responseId }, [{ ...cited, anchor }]));
  await keep("sound");

  const versionId = uuidv7();
  await db().sourceVersion.create({ data: { id: versionId, courseId, sourceId, number: 2, title: "Two" } });
  await db().reading.update({ where: { id: readingId }, data: { versionId } });
  await expect(keep("sound")).rejects.toMatchObject({ refusal: { code: "anchor-mismatch" } });
  expect(await db().citation.count({ where: { responseId } })).toBe(1);
  // What is known to be gone from it goes on naming the earlier version.
  await keep("lost");
  const reply = {
    id: uuidv7(),
    parentId: responseId,
    relation: "ask",
    body: "Where? [[1 \u00b62]]",
  } as const;
  expect(await replyToResponse(cast.liming, reply, today)).toMatchObject({ citations: [] });
});
