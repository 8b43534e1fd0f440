import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { commentsOfReading } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOf, discussionOfReading } from "@/server/queries/discussion";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { deleteComment } from "./delete-comment";
import { editComment } from "./edit-comment";
import { postComment } from "./post-comment";
import { replyToComment } from "./reply-to-comment";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const note = (who: CourseAccess, body: string, audience: "private" | "group" = "private", id = uuidv7()) =>
  postComment(
    who,
    { id, readingId: cast.readingId, paragraphId: null, passage: null, signal: null, audience, body },
    today,
  );
const change = (data: object) => db().assignment.update({ where: { id: cast.assignmentId }, data });
const refused = { refusal: { code: "no-private-notes" } };

describe("where students keep no private notes", () => {
  it("takes none of their words that nobody else would read; a mark without words is none", async () => {
    const kept = await note(cast.ada, "Come back to this.");
    await change({ privateNotes: false });
    await expect(note(cast.ada, "And to that.")).rejects.toMatchObject(refused);
    const reply = { id: uuidv7(), parentId: kept.id, body: "More on it." };
    await expect(replyToComment(cast.ada, reply, today)).rejects.toMatchObject(refused);
    const edit = { id: kept.id, version: 1, signal: null };
    await expect(editComment(cast.ada, { ...edit, body: "Other words." }, today)).rejects.toMatchObject(
      refused,
    );
    const mark = await note(cast.ada, "");
    const filled = { ...edit, id: mark.id, body: "Words after all." };
    await expect(editComment(cast.ada, filled, today)).rejects.toMatchObject(refused);
    await note(cast.ada, "For the group.", "group");
    await note(cast.instructor, "To ask about in class.");
  });

  it("what was kept stays with its author, and may go", async () => {
    const kept = await note(cast.ada, "Come back to this.");
    await change({ privateNotes: false });
    expect((await note(cast.ada, "Come back to this.", "private", kept.id)).id).toBe(kept.id);
    const discussion = await discussionOfReading(cast.ada, cast.readingId, today);
    const { comments } = await commentsOfReading(cast.ada, discussion, cast.readingId);
    expect(comments.map(({ body }) => body)).toEqual(["Come back to this."]);
    await deleteComment(cast.ada, kept.id, today);
  });
});

it("only comments with enough words count towards those one owes, as they now stand", async () => {
  await change({ visibility: "postFirst", postFirst: 2, postFirstWords: 3 });
  const owed = async () => {
    const { ownComments, othersVisible } = await discussionOf(cast.ada, cast.assignmentId, today);
    return { ownComments, othersVisible };
  };
  const short = await note(cast.ada, "Two words [[1 ¶1]]", "group");
  expect((await db().comment.findUniqueOrThrow({ where: { id: short.id } })).words).toBe(2);
  const long = await note(cast.ada, "It binds nobody", "group");
  await note(cast.ada, "Many words that nobody else will ever read");
  expect(await owed()).toEqual({ ownComments: 1, othersVisible: false });
  await replyToComment(cast.ada, { id: uuidv7(), parentId: long.id, body: "一つの条約は" }, today);
  expect(await owed()).toEqual({ ownComments: 2, othersVisible: true });
  await editComment(cast.ada, { id: long.id, version: 1, signal: null, body: "Nobody." }, today);
  expect(await owed()).toEqual({ ownComments: 1, othersVisible: false });
  await editComment(cast.ada, { id: short.id, version: 1, signal: null, body: "Three words now" }, today);
  expect(await owed()).toEqual({ ownComments: 2, othersVisible: true });
  await deleteComment(cast.ada, short.id, today);
  expect(await owed()).toEqual({ ownComments: 1, othersVisible: false });
});
