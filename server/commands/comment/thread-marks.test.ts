import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { NewComment } from "@/domain/comment/comment";
import type { CommentWire } from "@/domain/comment/wire";
import { db } from "@/server/adapters/db";
import { commentsByIds } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { deleteComment } from "./delete-comment";
import { editComment } from "./edit-comment";
import { markAnswer } from "./mark-answer";
import { pinThread } from "./pin-thread";
import { postComment } from "./post-comment";
import { reactToComment } from "./react-to-comment";
import { replyToComment } from "./reply-to-comment";
import { resolveThread } from "./resolve-thread";

let cast: Cast;
let root: CommentWire;
let answer: CommentWire;
const late = new Date(inDays(5).getTime() + 1);

const post = (access: CourseAccess, change: Partial<NewComment> = {}) =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: "question",
      audience: "group",
      body: "Whose order?",
      ...change,
    },
    today,
  );
const reply = (access: CourseAccess, parentId = root.id) =>
  replyToComment(access, { id: uuidv7(), parentId, body: "Theirs." }, today);
const refused = (code: string) => ({ refusal: { code } });
const key = (access: CourseAccess) => access.actor.membershipId;
const eventsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(({ type, payload }) => ({
    type,
    payload,
  }));
/** The comment as it stands, with all its events but the posting. */
async function stateOf(id: string) {
  const discussion = await discussionOfReading(cast.instructor, cast.readingId, today);
  const [wire] = await commentsByIds(cast.instructor, discussion, [id]);
  return { wire, events: (await eventsOf(id)).slice(1) };
}

beforeEach(async () => {
  cast = await makeCourse();
  root = await post(cast.ada);
  answer = await reply(cast.liming);
});

type Act = (access: CourseAccess, id: string, on: boolean, now?: Date) => Promise<CommentWire>;
interface Mark {
  name: string;
  act: Act;
  /** May do it to Ada's question. */
  may: (cast: Cast) => CourseAccess;
  event: (on: boolean) => { type: string; payload: object };
  isOn: (wire: CommentWire) => boolean;
}

const marks: Mark[] = [
  {
    name: "react",
    act: (access, id, on, now = today) => reactToComment(access, { id, reaction: "same", on }, now),
    may: ({ liming }) => liming,
    event: (on) => ({ type: "comment.reacted", payload: { reaction: "same", on } }),
    isOn: (wire) => wire.reactions.same.length > 0,
  },
  {
    name: "resolve",
    act: (access, id, on, now = today) => resolveThread(access, { id, on }, now),
    may: ({ ada }) => ada,
    event: (on) => ({ type: "comment.resolved", payload: { on } }),
    isOn: (wire) => wire.resolved,
  },
  {
    name: "pin",
    act: (access, id, on, now = today) => pinThread(access, { id, on }, now),
    may: ({ assistant }) => assistant,
    event: (on) => ({ type: "comment.pinned", payload: { on } }),
    isOn: (wire) => wire.pinned,
  },
];

describe.each(marks)("to $name", ({ act, may, event, isOn }) => {
  it("raises the revision and records one event, however often it is sent", async () => {
    const first = await act(may(cast), root.id, true);
    expect(isOn(first)).toBe(true);
    expect(first).toMatchObject({ revision: root.revision + 1, version: root.version });
    expect(await act(may(cast), root.id, true, inDays(1))).toEqual(first);
    const last = await act(may(cast), root.id, false);
    expect(isOn(last)).toBe(false);
    expect(last.revision).toBe(root.revision + 2);
    expect(await act(may(cast), root.id, false)).toEqual(last);
    expect((await stateOf(root.id)).events).toEqual([event(true), event(false)]);
  });

  it("several times at once is once", async () => {
    const wires = await Promise.all([1, 2, 3, 4].map(() => act(may(cast), root.id, true)));
    expect(wires.every(isOn)).toBe(true);
    const { wire, events } = await stateOf(root.id);
    expect(wire?.revision).toBe(root.revision + 1);
    expect(events).toEqual([event(true)]);
  });

  it("on and off at once leaves one state, and as many events as changes", async () => {
    await Promise.all([true, false, true, false].map((on) => act(may(cast), root.id, on)));
    const { wire, events } = await stateOf(root.id);
    expect(wire?.revision).toBe(root.revision + events.length);
    expect(events.at(-1) ?? event(false)).toEqual(event(wire ? isOn(wire) : false));
  });

  it("is not for who looks on, nor for another group, nor of what is deleted", async () => {
    await expect(act(cast.observer, root.id, true)).rejects.toMatchObject(refused("not-allowed"));
    await expect(act(cast.stranger, root.id, true)).rejects.toMatchObject(refused("not-found"));
    await expect(act(may(cast), uuidv7(), true)).rejects.toMatchObject(refused("not-found"));
    await deleteComment(cast.ada, root.id, today);
    await expect(act(may(cast), root.id, true)).rejects.toMatchObject(refused("deleted"));
    expect((await stateOf(root.id)).events.map(({ type }) => type)).toEqual(["comment.deleted"]);
  });

  it("is not for a student after the close", async () => {
    const access = may(cast);
    const work = act(access, root.id, true, late);
    if (access.actor.role === "student") await expect(work).rejects.toMatchObject(refused("closed"));
    else expect(isOn(await work)).toBe(true);
  });
});

describe("a reaction", () => {
  const react = (access: CourseAccess, id: string, kind: "same" | "helpful", on = true) =>
    reactToComment(access, { id, reaction: kind, on }, today);

  it("is told with who reacted, each kind apart", async () => {
    await react(cast.liming, root.id, "same");
    await react(cast.liming, root.id, "helpful");
    const wire = await react(cast.instructor, root.id, "helpful");
    expect(wire.reactions.same).toEqual([key(cast.liming)]);
    expect([...wire.reactions.helpful].sort()).toEqual([key(cast.liming), key(cast.instructor)].sort());
    expect(wire.revision).toBe(root.revision + 3);
  });

  it("is to somebody else's comment, and not to what is private", async () => {
    await expect(react(cast.ada, root.id, "helpful")).rejects.toMatchObject(refused("not-allowed"));
    const secret = await post(cast.ada, { audience: "private" });
    await expect(react(cast.ada, secret.id, "helpful")).rejects.toMatchObject(refused("not-allowed"));
    await expect(react(cast.liming, secret.id, "helpful")).rejects.toMatchObject(refused("not-found"));
  });

  it("of the same question is to a question; taken back also when it is none any more", async () => {
    await expect(react(cast.ada, answer.id, "same")).rejects.toMatchObject(refused("not-allowed"));
    await react(cast.liming, root.id, "same");
    await editComment(cast.ada, { id: root.id, version: 1, signal: "insight", body: "Theirs." }, today);
    await expect(react(cast.instructor, root.id, "same")).rejects.toMatchObject(refused("not-allowed"));
    expect((await react(cast.liming, root.id, "same", false)).reactions.same).toEqual([]);
  });

  it("of many at once is counted in full", async () => {
    const all = [cast.liming, cast.instructor, cast.assistant];
    await Promise.all(all.map((access) => react(access, root.id, "helpful")));
    const { wire, events } = await stateOf(root.id);
    expect([...(wire?.reactions.helpful ?? [])].sort()).toEqual(all.map(key).sort());
    expect(wire?.revision).toBe(root.revision + 3);
    expect(events).toHaveLength(3);
  });
});

describe("to resolve or pin", () => {
  it("is for threads, not for replies", async () => {
    const on = { id: answer.id, on: true };
    await expect(resolveThread(cast.instructor, on, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(pinThread(cast.instructor, on, today)).rejects.toMatchObject(refused("not-allowed"));
  });

  it("is for staff, and to resolve for who began the thread", async () => {
    const on = { id: root.id, on: true };
    await expect(resolveThread(cast.liming, on, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(pinThread(cast.ada, on, today)).rejects.toMatchObject(refused("not-allowed"));
    expect(await resolveThread(cast.instructor, on, late)).toMatchObject({ resolved: true });
  });

  it("is not to pin what the group does not see", async () => {
    const asked = await post(cast.ada, { audience: "instructors" });
    const on = { id: asked.id, on: true };
    await expect(pinThread(cast.instructor, on, today)).rejects.toMatchObject(refused("not-allowed"));
    expect(await resolveThread(cast.instructor, on, today)).toMatchObject({ resolved: true });
  });
});

describe("the answer to a question", () => {
  const mark = (access: CourseAccess, replyId: string | null, now = today) =>
    markAnswer(access, { threadId: root.id, replyId }, now);

  it("is marked by its asker or by staff, once, and taken back", async () => {
    const first = await mark(cast.ada, answer.id);
    expect(first).toMatchObject({ answerId: answer.id, revision: root.revision + 1 });
    expect(await mark(cast.ada, answer.id, inDays(1))).toEqual(first);
    const other = await reply(cast.instructor);
    expect(await mark(cast.assistant, other.id)).toMatchObject({ answerId: other.id });
    expect(await mark(cast.ada, null)).toMatchObject({ answerId: null, revision: root.revision + 3 });
    expect(await mark(cast.ada, null)).toMatchObject({ revision: root.revision + 3 });
    expect((await stateOf(root.id)).events.map(({ payload }) => payload)).toEqual([
      { replyId: answer.id },
      { replyId: other.id },
      { replyId: null },
    ]);
  });

  it("is nobody else's to mark", async () => {
    await expect(mark(cast.liming, answer.id)).rejects.toMatchObject(refused("not-allowed"));
    await expect(mark(cast.observer, answer.id)).rejects.toMatchObject(refused("not-allowed"));
    await expect(mark(cast.stranger, answer.id)).rejects.toMatchObject(refused("not-found"));
    await expect(mark(cast.ada, answer.id, late)).rejects.toMatchObject(refused("closed"));
    expect(await mark(cast.assistant, answer.id, late)).toMatchObject({ answerId: answer.id });
  });

  it("is a reply of this thread that stands, to what is a question", async () => {
    const other = await post(cast.liming);
    const elsewhere = await reply(cast.ada, other.id);
    for (const id of [elsewhere.id, other.id, root.id, uuidv7()]) {
      await expect(mark(cast.ada, id)).rejects.toMatchObject(refused("not-found"));
    }
    const plain = await post(cast.ada, { signal: null });
    const under = await reply(cast.liming, plain.id);
    const noQuestion = { threadId: plain.id, replyId: under.id };
    await expect(markAnswer(cast.ada, noQuestion, today)).rejects.toMatchObject(refused("not-allowed"));
    await deleteComment(cast.liming, answer.id, today);
    await expect(mark(cast.ada, answer.id)).rejects.toMatchObject(refused("deleted"));
    expect((await stateOf(root.id)).events).toEqual([]);
  });

  it("that is deleted leaves the question open", async () => {
    await mark(cast.ada, answer.id);
    await deleteComment(cast.liming, answer.id, today);
    const { wire, events } = await stateOf(root.id);
    expect(wire).toMatchObject({ answerId: null, revision: root.revision + 2 });
    expect(events.at(-1)).toEqual({ type: "comment.answered", payload: { replyId: null } });
  });

  it("marked by two at once is one of the two", async () => {
    const other = await reply(cast.instructor);
    await Promise.all([mark(cast.ada, answer.id), mark(cast.assistant, other.id)]);
    const { wire, events } = await stateOf(root.id);
    expect(wire?.revision).toBe(root.revision + events.length);
    expect(events.at(-1)?.payload).toEqual({ replyId: wire?.answerId });
  });

  it("marked in the moment in which it is deleted never stays", async () => {
    for (let round = 0; round < 5; round++) {
      const given = await reply(cast.liming);
      const [marked] = await Promise.allSettled([
        mark(cast.ada, given.id),
        deleteComment(cast.liming, given.id, today),
      ]);
      if (marked.status === "rejected") expect(marked.reason).toMatchObject(refused("deleted"));
      expect((await stateOf(root.id)).wire?.answerId).toBeNull();
    }
  });
});
