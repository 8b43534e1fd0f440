import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOf } from "./activity";
import { behindIn, type Work } from "./behind";
import { heatOf, shadeOf } from "./heat";
import { talkersOf, tiesOf } from "./replies";

describe("where the talk lies", () => {
  const laid = fc
    .record({
      from: fc.nat(40),
      length: fc.nat(12),
      comments: fc.integer({ min: 1, max: 9 }),
      asked: fc.boolean(),
    })
    .map(({ from, length, ...rest }) => ({ ...rest, from, to: from + length }));

  it("is counted as at each word by itself", () => {
    fc.assert(
      fc.property(fc.array(laid, { maxLength: 12 }), fc.nat(40), (all, length) => {
        const warm = heatOf(length, all);
        for (let at = 0; at < length; at++) {
          const here = all.filter(({ from, to }) => from <= at && at < to);
          const found = warm.find(({ from, to }) => from <= at && at < to);
          expect(found?.comments ?? 0).toBe(here.reduce((sum, each) => sum + each.comments, 0));
          expect(found?.asked ?? false).toBe(here.some((each) => each.asked));
        }
        expect(warm.every(({ from, to }) => from < to && to <= length)).toBe(true);
      }),
    );
  });

  it("has four shades", () => {
    expect([1, 3, 6, 8].map((count) => shadeOf(count, 8))).toEqual([1, 2, 3, 4]);
    expect(shadeOf(0, 0)).toBe(1);
  });
});

describe("who is behind", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
  const done: Work = {
    assignmentId: "w",
    opensAt: hours(-100),
    dueAt: hours(-1),
    read: 1,
    readings: 2,
    written: 4,
    answered: 1,
    prompts: 1,
    handedInAt: hours(-2),
    excused: false,
  };
  const kinds = (more: Partial<Work>) => behindIn([{ ...done, ...more }], now).map(({ kind }) => kind);

  it("is who has not opened, written or answered what was due, or did so late", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ read: 0, written: 0, answered: 0, handedInAt: null })).toEqual([
      "unread",
      "unwritten",
      "missing",
    ]);
    expect(behindIn([{ ...done, handedInAt: hours(1) }], now)).toEqual([
      { kind: "late", assignmentId: "w", lateBy: 2 * 3_600_000 },
    ]);
  });

  it("is nobody before it opens, before it is due, or who is excused", () => {
    const nothing = { read: 0, written: 0, answered: 0, handedInAt: null };
    expect(kinds({ ...nothing, opensAt: hours(1), dueAt: hours(9) })).toEqual([]);
    expect(kinds({ ...nothing, dueAt: hours(9) })).toEqual(["unread", "unwritten"]);
    expect(kinds({ ...nothing, dueAt: hours(100) })).toEqual(["unread", "unwritten"]);
    expect(kinds({ ...nothing, dueAt: hours(101) })).toEqual([]);
    expect(kinds({ ...nothing, excused: true })).toEqual([]);
    expect(kinds({ ...nothing, readings: 0, prompts: 0 })).toEqual(["unwritten"]);
  });
});

describe("who talks with whom", () => {
  it("adds up, leaves out who answers themselves, and knows who is alone", () => {
    const ties = tiesOf([
      { from: "a", to: "b" },
      { from: "a", to: "b" },
      { from: "b", to: "a" },
      { from: "c", to: "c" },
    ]);
    expect(ties).toEqual([
      { from: "a", to: "b", count: 2 },
      { from: "b", to: "a", count: 1 },
    ]);
    expect(talkersOf(["a", "b", "c"], ties)).toEqual([
      { id: "a", given: 2, received: 1, partners: 1 },
      { id: "b", given: 1, received: 2, partners: 1 },
      { id: "c", given: 0, received: 0, partners: 0 },
    ]);
  });

  it("gives as much as it receives", () => {
    const reply = fc.record({ from: fc.constantFrom("a", "b", "c"), to: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(fc.array(reply), (replies) => {
        const talkers = talkersOf(["a", "b", "c"], tiesOf(replies));
        const sum = (of: "given" | "received") => talkers.reduce((all, talker) => all + talker[of], 0);
        expect(sum("given")).toBe(replies.filter(({ from, to }) => from !== to).length);
        expect(sum("received")).toBe(sum("given"));
      }),
    );
  });
});

describe("activity over time", () => {
  it("has every day between the first and the last, across a change of clocks and a leap day", () => {
    const days = daysOf([
      { day: "2028-02-28", kind: "comments", count: 2 },
      { day: "2028-03-01", kind: "answers", count: 1 },
      { day: "2028-02-28", kind: "replies", count: 3 },
    ]);
    expect(days.map(({ day, comments, replies, answers }) => [day, comments, replies, answers])).toEqual([
      ["2028-02-28", 2, 3, 0],
      ["2028-02-29", 0, 0, 0],
      ["2028-03-01", 0, 0, 1],
    ]);
    expect(daysOf([])).toEqual([]);
  });
});
