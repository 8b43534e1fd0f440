import { describe, expect, test } from "vitest";
import { arranged, noFilter, postedOf } from "./class-order";
import type { ResponseView } from "./shapes";

const response = (id: string, part: Partial<ResponseView> = {}) =>
  ({
    id,
    parentId: null,
    positionId: null,
    groupId: null,
    createdAt: new Date(0),
    submittedAt: new Date(0),
    ...part,
  }) as ResponseView;
const at = (minutes: number) => new Date(minutes * 60_000);
const ids = (posted: ReturnType<typeof postedOf>) => posted.map((each) => each.response.id);

const all = [
  response("a", { positionId: "charter", submittedAt: at(1), groupId: "g" }),
  response("b", { positionId: "spheres", submittedAt: at(2) }),
  response("c", { submittedAt: at(3) }),
  response("draft", { submittedAt: null }),
  response("r1", { parentId: "a" }),
  response("r2", { parentId: "a" }),
  response("r3", { parentId: "c" }),
];
const posted = postedOf(all);
const frame = ["spheres", "charter"];

test("what is posted has its replies; drafts and replies are no answers of the class", () => {
  expect(posted.map((each) => [each.response.id, each.replies.length])).toEqual([
    ["a", 2],
    ["b", 0],
    ["c", 1],
  ]);
});

describe("order", () => {
  test("whoever has fewest replies stands first", () => {
    expect(ids(arranged(posted, noFilter, "fewest", frame))).toEqual(["b", "c", "a"]);
  });
  test("the newest first", () => {
    expect(ids(arranged(posted, noFilter, "newest", frame))).toEqual(["c", "b", "a"]);
  });
  test("as the frame orders the positions, those without one last", () => {
    expect(ids(arranged(posted, noFilter, "position", frame))).toEqual(["b", "a", "c"]);
  });
});

describe("filters", () => {
  test.each([
    [{ position: "charter" }, ["a"]],
    [{ position: "none" }, ["c"]],
    [{ unanswered: true }, ["b"]],
    [{ groupId: "g" }, ["a"]],
    [{ unread: new Set(["c", "a"]) }, ["c", "a"]],
    [{ position: "charter", unanswered: true }, []],
  ])("%o", (part, expected) => {
    expect(ids(arranged(posted, { ...noFilter, ...part }, "fewest", frame))).toEqual(expected);
  });
});
