import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datesOfCopy, promptIn } from "./copy";
import { localOf } from "./zoned-time";

const at = (local: string) => new Date(`${local}Z`);
const zones = (from: string, to = from) => ({ from, to });

describe("the dates of a copy", () => {
  const dates = {
    opensAt: at("2026-03-16T07:00"),
    dueAt: at("2026-03-24T22:59:59.999"),
    closesAt: at("2026-03-27T22:59"),
  };

  test("stay where they are ahead", () => {
    expect(datesOfCopy(dates, zones("Europe/Zurich"), at("2026-03-01T00:00"))).toEqual(dates);
  });

  test("go on by whole weeks on the course's clock, over the change to summer time", () => {
    expect(datesOfCopy(dates, zones("Europe/Zurich"), at("2026-03-20T00:00"))).toEqual({
      opensAt: at("2026-03-23T07:00"),
      dueAt: at("2026-03-31T21:59:59.999"),
      closesAt: at("2026-04-03T21:59"),
    });
  });

  test("show the same on another course's clock", () => {
    expect(datesOfCopy(dates, zones("Europe/Zurich", "America/New_York"), at("2026-03-01T00:00"))).toEqual({
      opensAt: at("2026-03-16T12:00"),
      dueAt: at("2026-03-25T03:59:59.999"),
      closesAt: at("2026-03-28T03:59"),
    });
  });

  const zone = fc.constantFrom("Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
  const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
  const length = fc.integer({ min: 0, max: 60 * 24 * 30 });

  test("are in order, open after now and not a week too late, and keep weekday and time of day", () => {
    fc.assert(
      fc.property(zone, zone, minute, length, length, minute, (from, to, opens, works, stays, nowAt) => {
        const now = new Date(nowAt * 60_000);
        const opensAt = new Date(opens * 60_000);
        const dueAt = new Date((opens + works) * 60_000);
        const closesAt = new Date((opens + works + stays) * 60_000);
        const copy = datesOfCopy({ opensAt, dueAt, closesAt }, zones(from, to), now);
        expect(copy.opensAt > now).toBe(true);
        expect(copy.dueAt >= copy.opensAt && copy.closesAt >= copy.dueAt).toBe(true);
        const DAY = 24 * 60 * 60 * 1000;
        const days = (a: Date, b: Date) =>
          (Date.parse(localOf(a, to).slice(0, 10)) - Date.parse(localOf(b, from).slice(0, 10))) / DAY;
        expect(days(copy.opensAt, opensAt) % 7).toBe(0);
        if (days(copy.opensAt, opensAt) > 0)
          expect(copy.opensAt.getTime() - now.getTime()).toBeLessThan(7 * DAY + 2 * 60 * 60 * 1000);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a prompt in another frame", () => {
  const here = {
    positions: [
      { id: "a", name: "Charter" },
      { id: "b", name: "Spheres" },
    ],
    dimensions: [{ id: "d", name: "Alliances" }],
    terms: [{ id: "t", name: "treaty" }],
  };
  const prompt = {
    kind: "weigh" as const,
    title: "Which?",
    body: "Say.",
    citationsMin: 2,
    readingsMin: 1,
    wordsMin: 0,
    wordsMax: 0,
    positionsMin: 2,
    repliesMin: 0,
    positions: ["a", "b"],
    dimensionId: "d",
    termId: "t",
    postFirst: true,
    pseudonyms: false,
    wholeClass: false,
    steelman: false,
  };

  test("is about what goes by the same names", () => {
    const there = {
      positions: [{ id: "x", name: "  CHARTER " }],
      dimensions: [{ id: "y", name: "alliances" }],
      terms: [{ id: "z", name: "Treaty" }],
    };
    expect(promptIn(prompt, here, there)).toEqual({
      ...prompt,
      positions: ["x"],
      dimensionId: "y",
      termId: "z",
      positionsMin: 2,
    });
    expect(promptIn({ ...prompt, kind: "compare" }, here, there).positions).toEqual([]);
  });

  test("leaves out what has no namesake, and asks for no passages on it", () => {
    const there = { positions: [], dimensions: [], terms: [] };
    expect(promptIn(prompt, here, there)).toMatchObject({
      positions: [],
      positionsMin: 0,
      dimensionId: null,
      termId: null,
    });
    expect(promptIn(prompt, here, here)).toEqual(prompt);
  });
});
