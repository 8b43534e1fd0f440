import { describe, expect, it } from "vitest";
import type { MatrixPiece } from "@/domain/prompt/evidence";
import { coverageOf } from "./coverage";
import { kindOf, movingWords } from "./moved";
import type { EvidencePage, MovedBy, UnansweredPrompt } from "./shapes";
import { oldestFirst, waitedSince } from "./waiting";

const named = (id: string) => ({ id, name: `The ${id} order`, short: id, line: "", colour: "pos-1" });
const asked = (id: string) => ({ id, name: id, question: "" });
const page = (...pieces: [string, string, MatrixPiece["relation"], Partial<MatrixPiece>?][]) =>
  ({
    positions: [named("a"), named("b")],
    dimensions: [asked("x"), asked("y")],
    pieces: pieces.map(([positionId, dimensionId, relation, more], index) => ({
      id: String(index),
      positionId,
      dimensionId,
      relation,
      readingId: "r",
      by: "v",
      groupId: null,
      near: true,
      mine: false,
      filed: true,
      merged: false,
      head: null,
      changed: false,
      ...more,
    })),
  }) satisfies Pick<EvidencePage, "positions" | "dimensions" | "pieces">;

describe("what the class has found", () => {
  it("puts the most evenly split cell first, and of two alike the fuller one", () => {
    const { contested } = coverageOf(
      page(
        ["a", "x", "supports"],
        ["a", "x", "challenges"],
        ["a", "y", "supports"],
        ["a", "y", "supports"],
        ["a", "y", "challenges"],
        ["b", "x", "supports"],
        ["b", "x", "supports"],
        ["b", "x", "challenges"],
        ["b", "x", "challenges"],
        ["b", "y", "supports"],
      ),
    );
    expect(contested.map(({ key }) => key)).toEqual(["b.x", "a.x", "a.y"]);
  });

  it("lists as gaps the cells in which the class has filed nothing, drafts or not", () => {
    const { gaps, empty } = coverageOf(
      page(["a", "x", "supports"], ["b", "y", "supports", { filed: false, mine: true }]),
    );
    expect(
      gaps.map(({ positionId, cells }) => [positionId, cells.map(({ dimensionId }) => dimensionId)]),
    ).toEqual([
      ["a", ["y"]],
      ["b", ["x", "y"]],
    ]);
    expect(empty).toBe(3);
  });
});

const moved = (paragraphId: string, ...moves: MovedBy["moves"]): MovedBy => ({
  passage: { readingId: "r", paragraphId, reading: 1, paragraph: 1, title: "", text: "" },
  stances: moves.reduce((sum, { count }) => sum + count, 0),
  moves,
});
const from = (positionId: string | null) => ({ positionId });

describe("what moved them", () => {
  it("tells going elsewhere from staying and from beginning, with none of the positions too", () => {
    expect(kindOf({ from: null, to: null, count: 1 })).toBe("began");
    expect(kindOf({ from: from(null), to: null, count: 1 })).toBe("stayed");
    expect(kindOf({ from: from(null), to: "a", count: 1 })).toBe("went");
  });

  it("puts first what took most of them elsewhere, not what was named most", () => {
    const words = movingWords([
      moved("kept", { from: from("a"), to: "a", count: 9 }),
      moved("took", { from: null, to: "b", count: 4 }, { from: from("a"), to: "b", count: 2 }),
    ]);
    expect(words.map(({ passage, went }) => [passage.paragraphId, went])).toEqual([
      ["took", 2],
      ["kept", 0],
    ]);
    expect(words[0]?.moves.map(kindOf)).toEqual(["went", "began"]);
  });
});

describe("who waits", () => {
  const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour));
  const prompt = (promptId: string, ...days: number[]): UnansweredPrompt => ({
    promptId,
    number: 1,
    title: promptId,
    assignment: "",
    answers: days.map((day) => ({
      id: `${promptId}${day}`,
      author: { key: "m", name: "Ada", role: "student" },
      positionId: null,
      submittedAt: at(day),
      groupId: null,
      read: 0,
    })),
  });

  it("is told in hours on the first day, then in days, and never in less than nothing", () => {
    expect(waitedSince(at(1), at(1, 23))).toEqual({ unit: "hours", count: 23 });
    expect(waitedSince(at(1), at(2))).toEqual({ unit: "days", count: 1 });
    expect(waitedSince(at(1), at(15, 12))).toEqual({ unit: "days", count: 14 });
    expect(waitedSince(at(2), at(1))).toEqual({ unit: "hours", count: 0 });
  });

  it("comes in the order of waiting, within a prompt and among prompts", () => {
    const ordered = oldestFirst([prompt("p", 6, 3), prompt("q", 9, 1)]);
    expect(ordered.map(({ answers }) => answers.map(({ id }) => id))).toEqual([
      ["q1", "q9"],
      ["p3", "p6"],
    ]);
  });
});
