import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { NewComment } from "@/domain/comment/comment";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { commentsOfReading } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { type Cast, inDays, makeCourse, texts, today } from "@/server/testing/cast";
import { deleteComment } from "./delete-comment";
import { editComment } from "./edit-comment";
import { postComment } from "./post-comment";
import { replyToComment } from "./reply-to-comment";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const comment = (change: Partial<NewComment> = {}): NewComment => ({
  id: uuidv7(),
  readingId: cast.readingId,
  paragraphId: cast.paragraphIds[1] ?? null,
  passage: null,
  signal: null,
  audience: "group",
  body: "Who may petition it?",
  ...change,
});
const post = (access: CourseAccess, change: Partial<NewComment> = {}, now = today) =>
  postComment(access, comment(change), now);
const reply = (access: CourseAccess, parentId: string) =>
  replyToComment(access, { id: uuidv7(), parentId, body: "Nobody." }, today);
const by = (access: CourseAccess) => ({ author: { key: access.actor.membershipId } });
const refused = (code: string) => ({ refusal: { code } });
const set = (data: Prisma.AssignmentUpdateInput) =>
  db().assignment.update({ where: { id: cast.assignmentId }, data });
const seenBy = async (access: CourseAccess) => {
  const discussion = await discussionOfReading(access, cast.readingId, today);
  const { comments } = await commentsOfReading(access, discussion, cast.readingId);
  return comments.map((comment) => comment.id);
};

describe("a comment that is sent again", () => {
  it("is one comment with one event, also when it is sent at once", async () => {
    const input = comment({ body: "See [[1 ¶3]]." });
    const views = await Promise.all([1, 2, 3, 4].map(() => postComment(cast.ada, input, today)));
    expect(new Set(views.map((view) => view.id))).toEqual(new Set([input.id]));
    expect(await postComment(cast.ada, { ...input, body: "Something else." }, inDays(1))).toEqual(views[0]);
    expect(await db().comment.count({ where: { courseId: cast.courseId } })).toBe(1);
    expect(await db().citation.count({ where: { commentId: input.id } })).toBe(1);
    expect(await db().event.findMany({ where: { subjectId: input.id } })).toMatchObject([
      { seq: 1, type: "comment.posted", actorId: cast.ada.actor.membershipId },
    ]);
  });

  it("after the close is answered with what is there", async () => {
    const late = new Date(inDays(5).getTime() + 1);
    const input = comment();
    const { id, body } = await postComment(cast.ada, input, inDays(5));
    expect(await postComment(cast.ada, input, late)).toMatchObject({ id, body });
    await expect(postComment(cast.liming, input, late)).rejects.toMatchObject(refused("closed"));
    const answer = { id: uuidv7(), parentId: id, body: "Nobody." };
    await replyToComment(cast.liming, answer, inDays(5));
    expect(await replyToComment(cast.liming, answer, late)).toMatchObject({ id: answer.id, parentId: id });
    const edit = { id, version: 1, signal: null, body: "Who else?" };
    await editComment(cast.ada, edit, inDays(5));
    expect(await editComment(cast.ada, edit, late)).toMatchObject({ version: 2, body: "Who else?" });
  });

  it("is refused when the id is another person's", async () => {
    const { id } = await post(cast.ada);
    await expect(post(cast.liming, { id })).rejects.toMatchObject(refused("id-taken"));
    await expect(post(cast.stranger, { id })).rejects.toMatchObject(refused("not-found"));
    expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      authorId: cast.ada.actor.membershipId,
      body: "Who may petition it?",
    });
  });
});

describe("the passage of a comment", () => {
  const start = texts[1].indexOf("is not a treaty");
  const passage = { start, end: start + "is not a treaty".length, quote: "is not a treaty" };

  it("is kept with the words around it", async () => {
    const { id, ...view } = await post(cast.ada, { passage });
    expect(view.passage).toEqual(passage);
    expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      startOffset: passage.start,
      endOffset: passage.end,
      quote: passage.quote,
      prefix: "An initiative of this kind ",
      suffix: ". It has no members to admit and",
    });
  });

  it("is refused where its words do not stand, and nothing is kept", async () => {
    for (const wrong of [
      { ...passage, quote: "is now a treaty" },
      { ...passage, start: passage.start + 1 },
      { start: 5_000, end: 5_004, quote: "none" },
    ]) {
      await expect(post(cast.ada, { passage: wrong })).rejects.toMatchObject(refused("anchor-mismatch"));
    }
    expect(await db().comment.count({ where: { courseId: cast.courseId } })).toBe(0);
  });

  it("stands in a paragraph of this reading", async () => {
    const other = await makeCourse();
    const paragraphId = other.paragraphIds[1] ?? null;
    await expect(post(cast.ada, { paragraphId })).rejects.toMatchObject(refused("not-found"));
    await expect(post(cast.ada, { readingId: other.readingId })).rejects.toMatchObject(refused("not-found"));
  });
});

describe("citations", () => {
  it("point at the paragraphs they name, and follow an edit", async () => {
    const view = await post(cast.ada, { body: "Against [[1 ¶2]] stands [[9 ¶1]], and [[1 ¶3]]." });
    expect(view.citations).toMatchObject([
      { position: 0, readingId: cast.readingId, paragraphId: cast.paragraphIds[1], reading: 1, paragraph: 2 },
      { position: 2, paragraphId: cast.paragraphIds[2], text: texts[2] },
    ]);
    const edit = { id: view.id, version: 1, signal: null, body: "Only [[1 ¶1]]." };
    expect((await editComment(cast.ada, edit, today)).citations).toMatchObject([
      { position: 0, paragraphId: cast.paragraphIds[0] },
    ]);
  });
});

describe("mentions", () => {
  const mark = (access: CourseAccess, words: string) => ({ words, key: access.actor.membershipId });

  it("name the own group and the staff as they were typed, and follow an edit", async () => {
    const wire = await post(cast.ada, { body: "What do @li ming and @Tomasz say, and @Zofia?" });
    expect(wire.mentions).toEqual([mark(cast.assistant, "Tomasz"), mark(cast.liming, "li ming")]);
    const edit = { id: wire.id, version: 1, signal: null, body: "And @Inés?" };
    const edited = await editComment(cast.ada, edit, today);
    expect(edited.mentions).toEqual([mark(cast.instructor, "Inés")]);
    expect(edited.revision).toBe(wire.revision + 1);
    const deleted = await deleteComment(cast.ada, wire.id, today);
    expect(deleted).toMatchObject({ mentions: [], citations: [], revision: wire.revision + 2 });
  });

  it("name anybody for staff, but nobody who has left", async () => {
    const body = "@Zofia, @Ada";
    expect((await post(cast.instructor, { body })).mentions).toHaveLength(2);
    await db().membership.update({
      where: { id: cast.stranger.actor.membershipId },
      data: { withdrawnAt: today },
    });
    expect((await post(cast.instructor, { body })).mentions).toEqual([mark(cast.ada, "Ada")]);
  });

  it("stand in replies as well", async () => {
    const { id } = await post(cast.ada);
    const answer = { id: uuidv7(), parentId: id, body: "As you say, @Ada." };
    const wire = await replyToComment(cast.liming, answer, today);
    expect(wire.mentions).toEqual([mark(cast.ada, "Ada")]);
    expect(await replyToComment(cast.liming, answer, today)).toEqual(wire);
  });
});

describe("who may write", () => {
  it("a student in the own group, whatever group was sent; staff where they choose", async () => {
    expect((await post(cast.ada, { groupId: cast.groups.b })).groupId).toBe(cast.groups.a);
    expect((await post(cast.instructor, { groupId: cast.groups.b })).groupId).toBe(cast.groups.b);
    expect((await post(cast.assistant)).groupId).toBeNull();
  });

  it("not those who look on", async () => {
    await expect(post(cast.observer)).rejects.toMatchObject(refused("not-allowed"));
    const { id } = await post(cast.ada);
    await expect(reply(cast.observer, id)).rejects.toMatchObject(refused("not-allowed"));
  });

  it("not before the opening, but at its very moment", async () => {
    const early = new Date(inDays(-4).getTime() - 1);
    const refusal = { code: "not-open-yet", opensAt: inDays(-4).toISOString() };
    await expect(post(cast.ada, {}, early)).rejects.toMatchObject({ refusal });
    await expect(post(cast.ada, {}, inDays(-4))).resolves.toMatchObject(by(cast.ada));
    await expect(post(cast.instructor, {}, early)).resolves.toMatchObject(by(cast.instructor));
  });

  it("not after the close, but at its very moment; staff go on", async () => {
    const late = new Date(inDays(5).getTime() + 1);
    const refusal = { code: "closed", closesAt: inDays(5).toISOString() };
    await expect(post(cast.ada, {}, inDays(5))).resolves.toMatchObject(by(cast.ada));
    await expect(post(cast.ada, {}, late)).rejects.toMatchObject({ refusal });
    await expect(post(cast.instructor, {}, late)).resolves.toMatchObject(by(cast.instructor));
  });

  it("nobody but staff in what is not published", async () => {
    await set({ publishedAt: null });
    await expect(post(cast.ada)).rejects.toMatchObject(refused("not-found"));
    await expect(post(cast.instructor)).resolves.toMatchObject(by(cast.instructor));
  });
});

describe("a comment that may not be seen is not found", () => {
  const everybody = () => [
    cast.instructor,
    cast.assistant,
    cast.ada,
    cast.liming,
    cast.stranger,
    cast.observer,
  ];
  const whoFinds = async (id: string) => {
    const found: boolean[] = [];
    for (const access of everybody()) {
      const listed = (await seenBy(access)).includes(id);
      if (!listed) await expect(reply(access, id)).rejects.toMatchObject(refused("not-found"));
      found.push(listed);
    }
    return found;
  };

  it("outside its group", async () => {
    const { id } = await post(cast.ada);
    expect(await whoFinds(id)).toEqual([true, true, true, true, false, true]);
  });

  it("by anybody but its author when it is private", async () => {
    const { id } = await post(cast.ada, { audience: "private" });
    expect(await whoFinds(id)).toEqual([false, false, true, false, false, false]);
  });

  it("by classmates and observers when it is to the instructors", async () => {
    const { id } = await post(cast.ada, { audience: "instructors" });
    expect(await whoFinds(id)).toEqual([true, true, true, false, false, false]);
  });
});

describe("where one posts first", () => {
  it("others' comments show after the second of one's own to the group", async () => {
    await set({ visibility: "postFirst", postFirst: 2 });
    const { id } = await post(cast.liming);
    await post(cast.ada);
    await post(cast.ada, { audience: "private" });
    expect(await seenBy(cast.ada)).not.toContain(id);
    await expect(reply(cast.ada, id)).rejects.toMatchObject(refused("not-found"));
    await post(cast.ada);
    expect(await seenBy(cast.ada)).toContain(id);
    await expect(reply(cast.ada, id)).resolves.toMatchObject({ parentId: id });
  });
});

describe("a reply", () => {
  it("stands at the place and for the audience of what it answers, once", async () => {
    const root = await post(cast.ada, { audience: "instructors", paragraphId: cast.paragraphIds[2] });
    const input = { id: uuidv7(), parentId: root.id, body: "Read on." };
    const first = await replyToComment(cast.assistant, input, today);
    expect(await replyToComment(cast.assistant, input, inDays(1))).toEqual(first);
    expect(first).toMatchObject({
      threadId: root.id,
      paragraphId: cast.paragraphIds[2],
      readingId: cast.readingId,
      audience: "instructors",
      groupId: cast.groups.a,
    });
    const nested = await reply(cast.instructor, first.id);
    expect(nested).toMatchObject({ threadId: root.id, parentId: first.id, audience: "instructors" });
    // Whoever asked the instructors reads their answers; a classmate sees none of it.
    expect((await seenBy(cast.ada)).length).toBe(3);
    expect(await seenBy(cast.liming)).toEqual([]);
    expect(await db().event.count({ where: { subjectId: first.id } })).toBe(1);
  });
});
