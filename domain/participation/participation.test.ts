import { describe, expect, it } from "vitest";
import type { ParticipationLog } from "./log";
import { defaultParticipation, type Part } from "./policy";
import type { ParticipationResult } from "./result";
import { ada, evidence, hours, logOf, scoreOf, setup, words } from "./testing/log";

const partOf = (result: ParticipationResult, part: Part) => result.parts.find((each) => each.part === part);
const idsOf = (result: ParticipationResult, part: Part) => partOf(result, part)?.from.map(({ id }) => id);
const leftOut = (result: ParticipationResult) =>
  result.notCounted.map(({ id, because, of }) => [id, because, of]);
const withEvidence = { policy: { ...defaultParticipation, evidence: { weight: 10, wanted: 2 } } };

describe("what counts", () => {
  it("are comments that are long enough, each with the event it came from", () => {
    const result = scoreOf(logOf({}, { body: "Far too few." }, {}));
    expect(partOf(result, "comments")).toMatchObject({
      value: 2,
      wanted: 6,
      share: { above: 2, below: 6 },
      from: [
        { kind: "comment", id: "c1", room: "room", seq: 1 },
        { kind: "comment", id: "c3", room: "room", seq: 3 },
      ],
    });
    expect(leftOut(result)).toEqual([["c2", "short", null]]);
    expect(result.through).toEqual(ada.closesAt);
  });

  it("are those for the instructors too, not private notes, nor what was deleted before the close", () => {
    const result = scoreOf(
      logOf(
        { audience: "instructors" },
        { audience: "private" },
        { deletedAt: hours(48) },
        { deletedAt: new Date(hours(48).getTime() + 1) },
      ),
    );
    expect(idsOf(result, "comments")).toEqual(["c1", "c4"]);
    expect(leftOut(result)).toEqual([
      ["c2", "private", null],
      ["c3", "deleted", null],
    ]);
  });

  it("ends with the student's own close, and goes by what was said then", () => {
    const log = logOf(
      { at: hours(48) },
      { at: hours(49) },
      { body: "Short.", edits: [{ at: hours(40), body: words(7) }] },
      { edits: [{ at: hours(50), body: "Short." }] },
    );
    expect(idsOf(scoreOf(log), "comments")).toEqual(["c3", "c4", "c1"]);
    const extended = { ...ada, closesAt: hours(72) };
    expect(idsOf(scoreOf(log, {}, extended), "comments")).toEqual(["c3", "c1", "c2"]);
  });
});

describe("what was said before", () => {
  const nearly = (n: number) => `${words(n)} ${words(n + 1)} ${words(n + 2)} ${words(n + 3)}`;

  it("by oneself counts once, the first, also with a word changed or in other clothes", () => {
    const result = scoreOf(
      logOf(
        { body: nearly(1) },
        { body: nearly(1).toUpperCase().replaceAll(" ", ", ") },
        { body: `${nearly(1)} indeed` },
        { body: nearly(9) },
      ),
    );
    expect(idsOf(result, "comments")).toEqual(["c1", "c4"]);
    expect(leftOut(result)).toEqual([
      ["c2", "repeated", "c1"],
      ["c3", "repeated", "c1"],
    ]);
  });

  it("counts again once the first was deleted", () => {
    const result = scoreOf(logOf({ body: words(1), deletedAt: hours(2) }, { body: words(1) }));
    expect(idsOf(result, "comments")).toEqual(["c2"]);
  });

  it("by another does not count, even if they deleted it since; what they copied later does", () => {
    const result = scoreOf(
      logOf(
        { authorId: "liming", body: words(1), deletedAt: hours(1) },
        { body: words(1) },
        { body: words(2) },
        { authorId: "liming", body: words(2) },
        { authorId: "liming", body: words(9), edits: [{ at: hours(5), body: words(5) }] },
        { body: words(5) },
      ),
    );
    expect(idsOf(result, "comments")).toEqual(["c3", "c6"]);
    expect(leftOut(result)).toEqual([["c2", "copied", "c1"]]);
  });

  it("where nobody could have read it was not copied", () => {
    const result = scoreOf(
      logOf(
        { authorId: "liming", audience: "private", body: words(1) },
        { authorId: "zofia", audience: "instructors", body: words(2) },
        { body: words(1) },
        { body: words(2) },
      ),
    );
    expect(idsOf(result, "comments")).toEqual(["c3", "c4"]);
  });

  it("by the text is no comment on it, unless one says as much oneself", () => {
    const text = `${words(1)} ${words(2)} ${words(3)}`;
    const log: ParticipationLog = {
      ...logOf({ body: `“${words(2)}” [[1 ¶1]]` }, { body: `> ${words(2)}\n\n${words(8)}` }),
      paragraphs: [{ id: "p", text }],
    };
    expect(leftOut(scoreOf(log))).toEqual([["c1", "quoted", null]]);
  });
});

describe("each part", () => {
  it("spread: the paragraphs that comments begin in", () => {
    const result = scoreOf(
      logOf({ paragraphId: "p1" }, { paragraphId: "p1" }, { paragraphId: "p2" }, { paragraphId: null }),
    );
    expect(partOf(result, "spread")).toMatchObject({ value: 2, wanted: 8 });
    expect(idsOf(result, "spread")).toEqual(["c1", "c3"]);
  });

  it("in time: the mean share that the late policy leaves, by the own due moment", () => {
    const latePolicy = { kind: "perDay", graceMinutes: 60, percent: 30, floor: 0 } as const;
    const log = logOf({ at: hours(24) }, { at: hours(25) }, { at: hours(26) });
    const late = partOf(scoreOf(log, { latePolicy }), "timeliness");
    expect(late).toMatchObject({ of: 3, inTime: 1, forgiven: 1, late: 1, share: { above: 270, below: 300 } });
    const extended = { ...ada, dueAt: hours(26) };
    expect(partOf(scoreOf(log, { latePolicy }, extended), "timeliness")).toMatchObject({ inTime: 3 });
    expect(partOf(scoreOf(logOf()), "timeliness")).toMatchObject({ of: 0, share: { above: 0, below: 100 } });
  });

  it("replies: given to others, and the people one was answered by", () => {
    const result = scoreOf(
      logOf(
        {},
        { answersId: "ada" },
        { answersId: "liming" },
        { authorId: "liming", answersId: "ada" },
        { authorId: "liming", answersId: "ada" },
        { authorId: "zofia", answersId: "ada", body: "Yes." },
        { authorId: "zofia", answersId: "ada", at: hours(49) },
        { authorId: "tomasz", answersId: "ada", deletedAt: hours(3) },
      ),
    );
    expect(partOf(result, "replies")).toMatchObject({
      given: { value: 1, wanted: 3 },
      received: { value: 1, wanted: 2 },
      share: { above: 2, below: 5 },
    });
    expect(idsOf(result, "replies")).toEqual(["c3", "c4"]);
  });

  it("citations: the other paragraphs that each comment cites", () => {
    const result = scoreOf(logOf({ cited: ["p8", "p9"] }, { cited: ["p8"] }, {}));
    expect(partOf(result, "citations")).toMatchObject({ value: 3, wanted: 3 });
    expect(idsOf(result, "citations")).toEqual(["c1", "c2"]);
  });

  it("evidence: pieces filed, none twice", () => {
    const result = scoreOf(
      {
        ...logOf(),
        evidence: [
          evidence(1),
          evidence(2, { merged: [{ at: hours(1), intoId: "e1" }] }),
          evidence(3, {
            merged: [
              { at: hours(1), intoId: "e1" },
              { at: hours(2), intoId: null },
            ],
          }),
          evidence(4, { merged: [{ at: hours(1), intoId: "liming's" }] }),
          evidence(5, { passage: "p1 0 10", claim: words(1001) }),
          evidence(6, { claim: words(1001) }),
          evidence(7, { deletedAt: hours(9) }),
          evidence(8, { at: hours(50) }),
          evidence(9, { authorId: "liming" }),
          evidence(10, { merged: [{ at: hours(1), intoId: "liming's" }] }),
        ],
      },
      withEvidence,
    );
    expect(partOf(result, "evidence")).toMatchObject({ value: 4, wanted: 2, share: { above: 2, below: 2 } });
    expect(idsOf(result, "evidence")).toEqual(["e1", "e3", "e4", "e6"]);
    expect(leftOut(result)).toEqual([
      ["e2", "merged", "e1"],
      ["e5", "repeated", "e1"],
      ["e7", "deleted", null],
      ["e10", "merged", "e4"],
    ]);
  });
});

describe("the score", () => {
  it("is the weighted mean of the shares, and the parts sum to it", () => {
    const told = [1, 2, 3, 4].map((n) => ({ cited: n === 1 ? ["p9"] : [] }));
    const result = scoreOf(logOf(...told, { answersId: "liming" }));
    // 25·5/6 + 20·5/8 + 15·1 + 25·1/5 + 15·1/3, of a hundred, of ten points: 5.8333…
    expect(result.score).toBe("5.83");
    expect(result.parts.map(({ part, points, most }) => [part, points, most])).toEqual([
      ["comments", "2.08", "2.5"],
      ["spread", "1.25", "2"],
      ["timeliness", "1.5", "1.5"],
      ["replies", "0.5", "2.5"],
      ["citations", "0.5", "1.5"],
    ]);
  });

  it("is nothing for nothing, and everything for all that is wanted", () => {
    expect(scoreOf(logOf())).toMatchObject({ score: "0", most: "10", notCounted: [] });
    const all = [
      ...Array.from({ length: 8 }, () => ({ answersId: "liming", cited: ["p9"] })),
      ...["liming", "zofia"].map((authorId) => ({ authorId, answersId: "ada" })),
    ];
    const result = scoreOf(logOf(...all));
    expect(result.score).toBe("10");
    expect(result.parts.every(({ points, most }) => points === most)).toBe(true);
  });

  it("leaves out parts without weight, and takes weights for what they are to one another", () => {
    const none = { weight: 0, wanted: 1 };
    const policy = {
      ...setup.policy,
      comments: { weight: 1, wanted: 3 },
      spread: { weight: 2, wanted: 3 },
      timeliness: { weight: 0 },
      replies: { weight: 0, given: 1, received: 0 },
      citations: none,
    };
    const result = scoreOf(logOf({}), { policy, most: "1" });
    expect(result.score).toBe("0.33");
    expect(result.parts.map(({ part, points, most }) => [part, points, most])).toEqual([
      ["comments", "0.11", "0.33"],
      ["spread", "0.22", "0.67"],
    ]);
  });
});
