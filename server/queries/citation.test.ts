import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { saveResponse } from "@/server/commands/response/save-response";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { resolveCitations } from "./citation";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const save = (change: { id: string; version: number; body: string }) =>
  saveResponse(cast.ada, { promptId: cast.promptId, positionId: null, ...change }, "draft", today);

describe("a mark that names a position", () => {
  it("is for the position of that short or full name, also for one taken out of the frame", async () => {
    await db().position.update({ where: { id: cast.otherPositionId }, data: { removedAt: today } });
    const text = "[[1 ¶2 CHARTER]] [[1 ¶2 spheres of influence]] [[1 ¶2 nobody]] [[1 ¶2]]";
    const cited = await resolveCitations(cast.ada, text, today);
    expect(cited.map((each) => each.positionId)).toEqual([cast.positionId, cast.otherPositionId, null, null]);
  });

  it("means the one that stands where a former one has the same name", async () => {
    await db().position.update({ where: { id: cast.positionId }, data: { removedAt: today } });
    await db().position.update({ where: { id: cast.otherPositionId }, data: { short: "Charter" } });
    const [cited] = await resolveCitations(cast.ada, "[[1 ¶2 Charter]]", today);
    expect(cited?.positionId).toBe(cast.otherPositionId);
  });

  it("is never for another course's", async () => {
    const elsewhere = await makeCourse();
    await db().position.update({ where: { id: elsewhere.positionId }, data: { short: "Theirs" } });
    const [cited] = await resolveCitations(cast.ada, "[[1 ¶2 Theirs]]", today);
    expect(cited).toMatchObject({ positionId: null });
  });

  it("stands beside the answer with the name that the position has now", async () => {
    const id = uuidv7();
    const body = "It asks. [[1 ¶2 Charter]]";
    const first = await save({ id, version: 0, body });
    expect(first.citations).toMatchObject([
      { positionId: cast.positionId, about: "Charter", anchor: "sound", formerText: null },
    ]);
    await db().position.update({ where: { id: cast.positionId }, data: { name: "UN order", short: "UN" } });
    const second = await save({ id, version: 1, body: `${body} Twice. [[1 ¶2 Charter]]` });
    // The mark that was there keeps what it meant; the new one names nobody.
    expect(second.citations.map((chip) => chip.about)).toEqual(["UN", null]);
    expect(second.standing?.citedByPosition[cast.positionId]).toHaveLength(1);
  });
});

describe("a mark that was there before", () => {
  it("goes on pointing at its paragraph, and says what it said", async () => {
    const id = uuidv7();
    await save({ id, version: 0, body: "One [[1 ¶2]]" });
    const [first = "", second = ""] = cast.paragraphIds;
    await db().citation.updateMany({
      where: { responseId: id },
      data: { paragraphId: first, formerParagraphId: second, anchor: "changed" },
    });
    const kept = await save({ id, version: 1, body: "Another [[1 ¶2]] and new [[1 ¶2]]" });
    const was = await db().paragraph.findUniqueOrThrow({ where: { id: second } });
    expect(kept.citations).toMatchObject([
      { paragraphId: first, anchor: "changed", formerText: was.text, paragraph: 1 },
      { paragraphId: second, anchor: "sound", formerText: null, paragraph: 2 },
    ]);
  });

  it("does so in a comment as well", async () => {
    const id = uuidv7();
    const comment = { readingId: cast.readingId, paragraphId: null, passage: null, signal: null };
    const body = "See [[1 ¶2 Charter]]";
    await postComment(cast.ada, { id, ...comment, audience: "group", body }, today);
    await db().position.update({ where: { id: cast.positionId }, data: { name: "UN order", short: "UN" } });
    const edited = await editComment(cast.ada, { id, version: 1, body: `${body}.`, signal: null }, today);
    expect(edited.citations).toMatchObject([{ positionId: cast.positionId, about: "UN" }]);
  });
});
