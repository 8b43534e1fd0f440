import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import type { Audience } from "@/domain/comment/comment";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { historyOf } from "./comment-history";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

/** A comment of Ada's that she has changed twice. */
async function editedTwice(audience: Audience = "group") {
  const { id } = await postComment(
    cast.ada,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: "question",
      audience,
      body: "First.",
    },
    today,
  );
  await editComment(cast.ada, { id, version: 1, signal: null, body: "Second." }, inDays(1));
  await editComment(cast.ada, { id, version: 2, signal: "insight", body: "Third." }, inDays(2));
  return id;
}
const refused = (code: string) => ({ refusal: { code } });

it("tells its author and staff all that a comment has said, the present last", async () => {
  const id = await editedTwice();
  for (const access of [cast.ada, cast.instructor, cast.assistant]) {
    expect(await historyOf(access, id, inDays(3))).toEqual([
      { version: 1, body: "First.", signal: "question", at: today },
      { version: 2, body: "Second.", signal: null, at: inDays(1) },
      { version: 3, body: "Third.", signal: "insight", at: inDays(2) },
    ]);
  }
});

it("tells nobody else", async () => {
  const id = await editedTwice();
  for (const access of [cast.liming, cast.observer]) {
    await expect(historyOf(access, id, today)).rejects.toMatchObject(refused("not-allowed"));
  }
  await expect(historyOf(cast.stranger, id, today)).rejects.toMatchObject(refused("not-found"));
});

it("tells staff nothing of what is private, and nobody anything of what is deleted", async () => {
  const secret = await editedTwice("private");
  expect(await historyOf(cast.ada, secret, today)).toHaveLength(3);
  await expect(historyOf(cast.instructor, secret, today)).rejects.toMatchObject(refused("not-found"));
  const id = await editedTwice();
  await deleteComment(cast.ada, id, inDays(2));
  for (const access of [cast.ada, cast.instructor]) {
    await expect(historyOf(access, id, inDays(2))).rejects.toMatchObject(refused("not-allowed"));
  }
});
