import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { Audience, CommentEdit } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import { db } from "@/server/adapters/db";
import { commentsOfReading } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { deleteComment } from "./delete-comment";
import { editComment } from "./edit-comment";
import { postComment } from "./post-comment";
import { replyToComment } from "./reply-to-comment";

let cast: Cast;
let root: CommentWire;
const late = new Date(inDays(5).getTime() + 1);

const post = (access: CourseAccess, audience: Audience = "group") =>
  postComment(
    access,
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
const edit = (access: CourseAccess, change: Partial<CommentEdit> = {}, now = inDays(1)) =>
  editComment(access, { id: root.id, version: 1, signal: null, body: "Second.", ...change }, now);
const refused = (code: string) => ({ refusal: { code } });
const eventsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(({ type }) => type);
const versionsOf = (commentId: string) =>
  db().commentVersion.findMany({ where: { commentId }, orderBy: { version: "asc" } });
const seenBy = async (access: CourseAccess) => {
  const discussion = await discussionOfReading(access, cast.readingId, today);
  return (await commentsOfReading(access, discussion, cast.readingId)).comments;
};

beforeEach(async () => {
  cast = await makeCourse();
  root = await post(cast.ada);
});

describe("an edit", () => {
  it("keeps what was said before", async () => {
    expect(await edit(cast.ada)).toMatchObject({
      version: 2,
      body: "Second.",
      editedAt: inDays(1).toISOString(),
    });
    await edit(cast.ada, { version: 2, signal: "insight", body: "Third." }, inDays(2));
    expect(await versionsOf(root.id)).toMatchObject([
      { version: 1, body: "First.", signal: "question", at: today },
      { version: 2, body: "Second.", signal: null, at: inDays(1) },
    ]);
    expect(await eventsOf(root.id)).toEqual(["comment.posted", "comment.edited", "comment.edited"]);
  });

  it("sent again changes nothing", async () => {
    const [first, second] = await Promise.all([edit(cast.ada), edit(cast.ada)]);
    expect(second).toEqual(first);
    expect(await edit(cast.ada, {}, inDays(2))).toEqual(first);
    expect(await versionsOf(root.id)).toHaveLength(1);
    expect(await eventsOf(root.id)).toEqual(["comment.posted", "comment.edited"]);
  });

  it("of an older version is refused with what stands", async () => {
    await edit(cast.ada);
    await expect(edit(cast.ada, { body: "Another." })).rejects.toMatchObject({
      refusal: { code: "stale", current: { version: 2, text: "Second." } },
    });
    await expect(edit(cast.ada, { version: 7, body: "Ahead." })).rejects.toMatchObject(refused("stale"));
    expect(await versionsOf(root.id)).toHaveLength(1);
  });

  it("wins alone when several are made on one version", async () => {
    const bodies = ["Here.", "There.", "Elsewhere."];
    const settled = await Promise.allSettled(bodies.map((body) => edit(cast.ada, { body })));
    const won = settled.flatMap((result) => (result.status === "fulfilled" ? [result.value.body] : []));
    expect(won).toHaveLength(1);
    for (const result of settled) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({
          refusal: { code: "stale", current: { version: 2, text: won[0] } },
        });
      }
    }
    expect(await versionsOf(root.id)).toMatchObject([{ version: 1, body: "First." }]);
  });

  it("is its author's alone", async () => {
    await expect(edit(cast.liming)).rejects.toMatchObject(refused("not-allowed"));
    await expect(edit(cast.instructor)).rejects.toMatchObject(refused("not-allowed"));
    await expect(edit(cast.observer)).rejects.toMatchObject(refused("not-allowed"));
    await expect(edit(cast.stranger)).rejects.toMatchObject(refused("not-found"));
    await expect(edit(cast.ada, {}, late)).rejects.toMatchObject(refused("closed"));
  });
});

describe("deleting", () => {
  const reply = (access: CourseAccess) =>
    replyToComment(access, { id: uuidv7(), parentId: root.id, body: "Why?" }, today);

  it("leaves the place while replies hang on it, without a word", async () => {
    const answer = await reply(cast.liming);
    await deleteComment(cast.ada, root.id, today);
    expect(await seenBy(cast.liming)).toMatchObject([
      { id: root.id, deleted: true, body: "", citations: [] },
      { id: answer.id },
    ]);
    await deleteComment(cast.liming, answer.id, today);
    expect(await seenBy(cast.liming)).toEqual([]);
    expect(await versionsOf(root.id)).toMatchObject([{ version: 1, body: "First." }]);
  });

  it("twice is once", async () => {
    await Promise.all([1, 2].map(() => deleteComment(cast.ada, root.id, today)));
    await deleteComment(cast.ada, root.id, today);
    expect(await seenBy(cast.ada)).toEqual([]);
    expect(await eventsOf(root.id)).toEqual(["comment.posted", "comment.deleted"]);
    await expect(edit(cast.ada)).rejects.toMatchObject(refused("deleted"));
  });

  it("is for the author until the close and for staff always", async () => {
    await expect(deleteComment(cast.liming, root.id, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(deleteComment(cast.observer, root.id, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(deleteComment(cast.stranger, root.id, today)).rejects.toMatchObject(refused("not-found"));
    await expect(deleteComment(cast.ada, root.id, late)).rejects.toMatchObject(refused("closed"));
    await deleteComment(cast.assistant, root.id, late);
    const event = await db().event.findFirstOrThrow({
      where: { subjectId: root.id, type: "comment.deleted" },
    });
    expect(event).toMatchObject({ payload: { byStaff: true }, actorId: cast.assistant.actor.membershipId });
  });

  it("of what is private is not even for staff", async () => {
    const secret = await post(cast.ada, "private");
    await expect(deleteComment(cast.instructor, secret.id, today)).rejects.toMatchObject(
      refused("not-found"),
    );
  });

  it("in the moment of an edit loses neither version", async () => {
    const [edited] = await Promise.allSettled([edit(cast.ada), deleteComment(cast.ada, root.id, today)]);
    const kept = (await versionsOf(root.id)).map((version) => version.body);
    const stands = await db().comment.findUniqueOrThrow({ where: { id: root.id } });
    expect(stands).toMatchObject({ body: "", deletedAt: today, version: kept.length + 1 });
    expect([["First."], ["First.", "Second."]]).toContainEqual(kept);
    if (edited.status === "rejected") expect(edited.reason).toMatchObject(refused("deleted"));
  });
});
