import { describe, expect, it } from "vitest";
import { addWaiting, countWaiting, freshByThread, nothingWaits, showsAtOnce, takeWaiting } from "./waiting";
import type { CommentWire, Frame } from "./wire";

const wire = (id: string, what: Partial<CommentWire> = {}): CommentWire => ({
  ...{ id, threadId: id, parentId: null, roomId: "room", readingId: "reading", groupId: null },
  ...{ paragraphId: null, passage: null, spans: [], signal: null, audience: "group", body: "words" },
  ...{ version: 1, revision: 1, createdAt: "2026-03-10T12:00:00.000Z", editedAt: null, deleted: false },
  ...{
    author: { key: "ada", name: "Ada", role: "student" },
    threadAuthor: "ada",
    citations: [],
    mentions: [],
  },
  ...{ resolved: false, pinned: false, answerId: null, reactions: { same: [], helpful: [] } },
  ...what,
});

let seq = 0;
const frame = (type: string, comment: CommentWire, actor = "ada"): Frame => ({
  ...{ room: "room", seq: ++seq, type, actor, comment },
});

describe("what waits behind the counter", () => {
  it("is what others did and what would move the page", () => {
    expect(showsAtOnce(frame("comment.posted", wire("a")), "liming")).toBe(false);
    expect(showsAtOnce(frame("comment.posted", wire("a")), "ada")).toBe(true);
    expect(showsAtOnce(frame("comment.reacted", wire("a")), "liming")).toBe(true);
  });

  it("is nobody's own where the reader has no voice yet", () => {
    expect(showsAtOnce(frame("comment.posted", wire("a"), ""), "")).toBe(false);
  });

  it("counts a comment once, as new or as changed", () => {
    const edited = wire("a", { revision: 2, body: "other words" });
    const waiting = addWaiting(nothingWaits, [
      frame("comment.posted", wire("a")),
      frame("comment.edited", edited),
      frame("comment.resolved", wire("b", { revision: 5 })),
    ]);
    expect(countWaiting(waiting)).toEqual({ fresh: 1, changed: 1 });
    expect(takeWaiting(waiting).taken.map((one) => one.comment)).toContainEqual(edited);
  });

  it("counts nothing for what was written and deleted meanwhile", () => {
    const waiting = addWaiting(nothingWaits, [
      frame("comment.posted", wire("a")),
      frame("comment.deleted", wire("a", { revision: 2, deleted: true, body: "" })),
    ]);
    expect(countWaiting(waiting)).toEqual({ fresh: 0, changed: 0 });
  });

  it("keeps the newest state, whichever came last", () => {
    const newest = wire("a", { revision: 3 });
    const late = frame("comment.edited", wire("a", { revision: 2 }));
    const waiting = addWaiting(nothingWaits, [frame("comment.edited", newest), late]);
    expect(takeWaiting(waiting).taken[0]?.comment).toEqual(newest);
  });

  it("is taken for one thread without the rest", () => {
    const waiting = addWaiting(nothingWaits, [
      frame("comment.posted", wire("a")),
      frame("comment.posted", wire("b", { threadId: "a" })),
      frame("comment.posted", wire("c")),
    ]);
    expect([...freshByThread(waiting)]).toEqual([
      ["a", 2],
      ["c", 1],
    ]);
    const { taken, left } = takeWaiting(waiting, "a");
    expect(taken.map((one) => one.comment.id)).toEqual(["a", "b"]);
    expect([...left.keys()]).toEqual(["c"]);
  });
});
