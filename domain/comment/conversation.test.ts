import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent, type Conversation, emptyConversation, newer, standing } from "./conversation";
import type { CommentWire, Frame } from "./wire";

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
  author: { key: "ada", name: "Ada", role: "student" },
  threadAuthor: "ada",
  citations: [],
  mentions: [],
  resolved: false,
  pinned: false,
  answerId: null,
  reactions: { same: [], helpful: [] },
  ...change,
});

const ids = ["a", "b", "c", "d"];
const rooms = ["one", "two"];
/** A frame carries the comment as it stood at some revision: the same revision is the same state. */
const frames: fc.Arbitrary<Frame> = fc
  .record({
    room: fc.constantFrom(...rooms),
    seq: fc.integer({ min: 1, max: 40 }),
    id: fc.constantFrom(...ids),
    revision: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ room, seq, id, revision }) => ({
    room,
    seq,
    type: "comment.edited",
    actor: "ada",
    comment: comment(id, { revision, body: `${id} at ${revision}`, roomId: room }),
  }));

const told = (list: Frame[], start: Conversation = emptyConversation) => list.reduce(applyEvent, start);
const plain = ({ comments, cursor }: Conversation) => ({
  bodies: Object.fromEntries([...comments].map(([id, { revision, body }]) => [id, { revision, body }])),
  cursor: Object.fromEntries(cursor),
});

describe("a conversation", () => {
  it("is the same in whatever order its frames come, and however often", () => {
    const shuffled = fc
      .array(frames, { maxLength: 30 })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
      );
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(plain(told(again))).toEqual(plain(told(list)));
      }),
    );
  });

  it("holds of each comment the highest revision, and of each room the highest number", () => {
    fc.assert(
      fc.property(fc.array(frames, { maxLength: 30 }), (list) => {
        const { comments, cursor } = told(list);
        for (const id of ids) {
          const revisions = list.filter((frame) => frame.comment.id === id).map((f) => f.comment.revision);
          expect(comments.get(id)?.revision).toBe(revisions.length ? Math.max(...revisions) : undefined);
        }
        for (const room of rooms) {
          const seqs = list.filter((frame) => frame.room === room).map((frame) => frame.seq);
          expect(cursor.get(room)).toBe(seqs.length ? Math.max(...seqs) : undefined);
        }
      }),
    );
  });

  it("is not changed in place, and keeps its comments where a frame says nothing new", () => {
    const frame = { room: "one", seq: 3, type: "comment.posted", actor: "ada", comment: comment("a") };
    const first = told([frame]);
    const second = applyEvent(first, { ...frame, seq: 4, comment: comment("a", { body: "other" }) });
    expect(emptyConversation.comments.size).toBe(0);
    expect(second.comments).toBe(first.comments);
    expect(first.cursor.get("one")).toBe(3);
    expect(second.cursor.get("one")).toBe(4);
  });

  it("takes the newer of two states, and what it knows nothing of", () => {
    const held = comment("a", { revision: 3 });
    expect(newer(undefined, held)).toBe(held);
    expect(newer(held, comment("a", { revision: 3 }))).toBe(held);
    expect(newer(held, comment("a", { revision: 2 }))).toBe(held);
    expect(newer(held, comment("a", { revision: 4 })).revision).toBe(4);
  });
});

describe("what stands of it", () => {
  const reply = (id: string, threadId: string, change: Partial<CommentWire> = {}) =>
    comment(id, { threadId, parentId: threadId, ...change });
  const idsOf = (comments: CommentWire[]) => standing(comments).map(({ id }) => id);

  it("is in order of time, then of id", () => {
    const later = { createdAt: "2026-03-10T12:00:01.000Z" };
    expect(idsOf([comment("c", later), comment("b"), comment("a", later), comment("d")])).toEqual([
      "b",
      "d",
      "a",
      "c",
    ]);
  });

  it("leaves out a deleted reply, and a deleted root once no reply stands", () => {
    const root = comment("a", { deleted: true });
    expect(idsOf([root])).toEqual([]);
    expect(idsOf([root, reply("b", "a")])).toEqual(["a", "b"]);
    expect(idsOf([root, reply("b", "a", { deleted: true })])).toEqual([]);
    expect(idsOf([comment("a"), reply("b", "a", { deleted: true })])).toEqual(["a"]);
  });
});
