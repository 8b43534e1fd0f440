import { expect, it } from "vitest";
import { passesFilter, type Threaded, talkByParagraph, threadsOf } from "./thread";

const comment = (id: string, rest: Partial<Threaded> = {}): Threaded => ({
  id,
  threadId: id,
  paragraphId: "p1",
  passage: null,
  signal: null,
  mine: false,
  deleted: false,
  createdAt: new Date(Date.UTC(2026, 0, 1)),
  ...rest,
});

it("puts threads in the order of the text, replies under their root", () => {
  const comments = [
    comment("late", { paragraphId: "p2" }),
    comment("inside", { passage: { start: 40 } }),
    comment("reply", { threadId: "inside" }),
    comment("whole", { paragraphId: null }),
    comment("paragraph"),
    comment("orphaned", { threadId: "unseen" }),
  ];
  const threads = threadsOf(comments, ["p1", "p2"]);
  expect(threads.map((thread) => thread.root.id)).toEqual(["whole", "paragraph", "inside", "late"]);
  expect(threads[2]?.replies.map((reply) => reply.id)).toEqual(["reply"]);
});

it("filters by signal and by what is mine, replies included", () => {
  const thread = { root: comment("a", { signal: "question" }), replies: [comment("b", { mine: true })] };
  expect(passesFilter(thread, "all")).toBe(true);
  expect(passesFilter(thread, "mine")).toBe(true);
  expect(passesFilter(thread, "question")).toBe(true);
  expect(passesFilter(thread, "term")).toBe(false);
});

it("counts talk without tombstones", () => {
  const talk = talkByParagraph([
    comment("a"),
    comment("b", { deleted: true }),
    comment("c", { paragraphId: null }),
  ]);
  expect([...talk]).toEqual([["p1", 1]]);
});
