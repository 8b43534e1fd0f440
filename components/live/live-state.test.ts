import { describe, expect, it } from "vitest";
import { addWaiting, isHeldBack, nothingWaits } from "@/domain/comment/waiting";
import type { CommentWire, Frame } from "@/domain/comment/wire";
import { LiveState } from "./live-state";

const ME = "ada";

const comment = (id: string, change: Partial<CommentWire> = {}): CommentWire => ({
  id,
  roomId: "room",
  readingId: "reading",
  threadId: id,
  parentId: null,
  groupId: null,
  paragraphId: null,
  passage: null,
  spans: [],
  signal: null,
  audience: "group",
  body: "",
  version: 1,
  revision: 1,
  createdAt: "2026-03-10T12:00:00.000Z",
  editedAt: null,
  deleted: false,
  author: { key: "liming", name: "Liming", role: "student" },
  threadAuthor: "liming",
  citations: [],
  mentions: [],
  resolved: false,
  pinned: false,
  answerId: null,
  reactions: { same: [], helpful: [] },
  ...change,
});

function reader() {
  const shown: string[] = [];
  const state = new LiveState(
    "reading",
    "",
    () => ME,
    (frames) => shown.push(...frames.map((frame) => frame.comment.id)),
  );
  let seq = 0;
  const take = (type: string, about: CommentWire, actor = "liming") => {
    const frame: Frame = { room: "room", seq: ++seq, type: `comment.${type}`, actor, comment: about };
    state.take(frame);
  };
  return { state, shown, take };
}

describe("what arrives by the stream", () => {
  it("waits when it is somebody else's, and shows at once when it is one's own", () => {
    const { take, shown } = reader();
    take("posted", comment("theirs"));
    take("posted", comment("mine"), ME);
    expect(shown).toEqual(["mine"]);
  });

  it("shows a reaction at once, but not one to what is still waiting: it would bring it forth", () => {
    const { take, shown, state } = reader();
    take("reacted", comment("old", { revision: 2 }), "zofia");
    take("posted", comment("new"));
    take("reacted", comment("new", { revision: 2 }), "zofia");
    expect(shown).toEqual(["old"]);
    state.showWaiting();
    expect(shown).toEqual(["old", "new"]);
  });

  it("holds back new comments until they are asked for, not those that were there and were changed", () => {
    const frame = (type: string, about: CommentWire): Frame => ({
      ...{ room: "room", seq: 1, type: `comment.${type}`, actor: "liming", comment: about },
    });
    const waiting = addWaiting(nothingWaits, [
      frame("posted", comment("new")),
      frame("edited", comment("known", { revision: 2 })),
      frame("posted", comment("deleted", { deleted: true })),
    ]);
    const heldBack = ["new", "known", "deleted", "other"].filter((id) => isHeldBack(waiting, id));
    expect(heldBack).toEqual(["new"]);
  });

  it("is told anew what it holds back when something was asked for, and not at each arrival", () => {
    const { take, state } = reader();
    const before = state.view().holdsBack;
    take("posted", comment("new"));
    expect(state.view().holdsBack).toBe(before);
    expect(before("new")).toBe(true);
    state.showWaiting();
    expect(state.view().holdsBack).not.toBe(before);
    expect(state.view().holdsBack("new")).toBe(false);
  });
});
