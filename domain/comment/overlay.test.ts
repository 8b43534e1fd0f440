import { describe, expect, it } from "vitest";
import type { OutboxItem } from "@/domain/outbox/item";
import type { Write } from "@/domain/outbox/write";
import { madeBy, threadWithOutbox, withOutbox } from "./overlay";
import type { CommentWire } from "./wire";

const me = { key: "ada", name: "Ada", role: "student" } as const;
const root: CommentWire = {
  ...{ id: "root", threadId: "root", parentId: null, roomId: "room", readingId: "reading", groupId: "a" },
  ...{ paragraphId: "p", passage: { start: 0, end: 4, quote: "When" }, spans: [], signal: "question" },
  ...{ audience: "group", body: "Whose?", version: 1, revision: 1, createdAt: "2026-03-10T12:00:00.000Z" },
  ...{ editedAt: null, deleted: false, author: { key: "li", name: "Li Ming", role: "student" } },
  ...{ threadAuthor: "li", citations: [], mentions: [], resolved: false, pinned: false, answerId: null },
  reactions: { same: ["zofia"], helpful: [] },
};

const queued = (write: Write, state: OutboxItem["state"] = "waiting"): OutboxItem => ({
  ...{
    id: "item",
    personId: "ada",
    courseId: "course",
    scope: "reading",
    threadId: "root",
    at: 1_773_144_000_000,
  },
  ...{ attempt: 0, notBefore: 0, state, write, refusal: null },
});

const only = (write: Write, state?: OutboxItem["state"]) => withOutbox([root], [queued(write, state)], me)[0];

describe("a comment with what is in the outbox", () => {
  it("shows an edit's words, and says that they wait", () => {
    const edit = { id: "root", version: 1, signal: null, body: "Whose, and since when?" };
    expect(only({ kind: "edit", edit })).toMatchObject({ body: edit.body, signal: null, pending: "waiting" });
  });

  it("shows a reaction and takes it back", () => {
    const react = (on: boolean) => only({ kind: "react", id: "root", reaction: "same", on });
    expect(react(true)?.reactions.same).toEqual(["zofia", "ada"]);
    expect(react(false)?.reactions.same).toEqual(["zofia"]);
  });

  it("goes when it is deleted, and stands again when that is refused", () => {
    expect(only({ kind: "delete", id: "root" })).toMatchObject({ deleted: true, body: "" });
    expect(only({ kind: "delete", id: "root" }, "refused")).toMatchObject({
      deleted: false,
      body: "Whose?",
      pending: "refused",
    });
  });

  it.each([
    [{ kind: "resolve", id: "root", on: true }, { resolved: true }],
    [{ kind: "pin", id: "root", on: true }, { pinned: true }],
    [{ kind: "answer", threadId: "root", replyId: "reply" }, { answerId: "reply" }],
  ] as const)("shows %o, unless it was refused", (write, shown) => {
    expect(only(write)).toMatchObject(shown);
    expect(only(write, "refused")).toMatchObject({ resolved: false, pinned: false, answerId: null });
  });

  it("is left alone by what is about others", () => {
    expect(only({ kind: "delete", id: "another" })).toEqual(root);
  });
});

describe("a comment that has not been sent", () => {
  it("stands where it will stand", () => {
    const comment = {
      ...{ id: "new", readingId: "reading", paragraphId: "p", passage: { start: 5, end: 9, quote: "they" } },
      ...{ signal: "term" as const, audience: "private" as const, body: "A word to keep." },
      spans: [{ paragraphId: "q", passage: { start: 0, end: 3, quote: "The" } }],
    };
    expect(madeBy(queued({ kind: "post", comment }), me, undefined)).toMatchObject({
      ...{
        id: "new",
        threadId: "new",
        author: me,
        threadAuthor: "ada",
        audience: "private",
        pending: "waiting",
      },
      spans: [{ paragraphId: "q", start: 0, end: 3, quote: "The" }],
    });
  });

  it("as a reply follows what is there, for the thread's audience, once", () => {
    const write: Write = {
      kind: "reply",
      reply: { id: "reply", parentId: "root", body: "Of those it binds." },
    };
    const shown = threadWithOutbox([root], [queued(write)], me);
    expect(shown.map(({ id }) => id)).toEqual(["root", "reply"]);
    expect(shown[1]).toMatchObject({
      threadId: "root",
      groupId: "a",
      threadAuthor: "li",
      pending: "waiting",
    });
    const arrived = { ...root, id: "reply", parentId: "root", body: "Of those it binds." };
    expect(threadWithOutbox([root, arrived], [queued(write)], me)).toHaveLength(2);
  });

  it("is nowhere when its thread is another", () => {
    const write: Write = { kind: "reply", reply: { id: "reply", parentId: "other", body: "Elsewhere." } };
    const item = { ...queued(write), threadId: "other" };
    expect(threadWithOutbox([root], [item], me)).toHaveLength(1);
  });
});
