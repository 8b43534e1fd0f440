import { describe, expect, it } from "vitest";
import { firstToGrade, inQueueOrder, lateBy, letterOf, queueState } from "./queue";

const due = new Date("2026-03-10T22:59:00Z");
const minutesLate = (minutes: number) => new Date(due.getTime() + minutes * 60_000);

describe("the queue", () => {
  it("tells who waits from who handed in nothing", () => {
    const nothing = { answeredAt: null, commentedAt: null };
    expect(queueState(nothing, null)).toBe("none");
    expect(queueState({ ...nothing, commentedAt: due }, null)).toBe("todo");
    expect(queueState(nothing, "draft")).toBe("draft");
  });

  it("counts lateness by the answer; replies after it are none", () => {
    expect(lateBy({ answeredAt: due, commentedAt: minutesLate(90) }, due)).toBe(0);
    expect(lateBy({ answeredAt: minutesLate(120), commentedAt: due }, due)).toBe(7_200_000);
    expect(lateBy({ answeredAt: null, commentedAt: minutesLate(1) }, due)).toBe(60_000);
    expect(lateBy({ answeredAt: null, commentedAt: null }, due)).toBe(0);
  });

  it("goes by group, then by name as people sort them, those without a group last", () => {
    const of = (name: string, groupPosition: number | null) => ({ id: name, name, groupPosition });
    const students = [of("Zofia", 1), of("Ömer", 2), of("Ada", null), of("Oskar", 2), of("Ada", 1)];
    expect(inQueueOrder(students, "en").map((student) => student.name)).toEqual([
      "Ada",
      "Zofia",
      "Ömer",
      "Oskar",
      "Ada",
    ]);
  });

  it("begins with whoever waits", () => {
    const [a, b, c] = [
      { id: "a", state: "released" as const },
      { id: "b", state: "draft" as const },
      { id: "c", state: "todo" as const },
    ];
    expect(firstToGrade([a, b, c])).toBe(c);
    expect(firstToGrade([a, b])).toBe(b);
    expect(firstToGrade([a])).toBe(a);
    expect(firstToGrade([])).toBeNull();
  });

  it("letters comments a to z, then aa", () => {
    expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(["a", "z", "aa", "ab", "zz", "aaa"]);
  });
});
