import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, localOf } from "@/domain/assignment/zoned-time";
import { keptAt, type LatePolicy, lateness, latePolicy, lateSteps, noLatePolicy } from "./late";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const zones = ["Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"] as const;

const tenADay: LatePolicy = { kind: "perDay", graceMinutes: 0, percent: 10, floor: 50 };
const at = (iso: string) => new Date(iso);
const local = (text: string, zone: string) => instantOf(text, zone)?.at ?? at("invalid");

describe("a day ends at the due time on the course's clock", () => {
  // Zone, due, handed in (both as the wall shows them), hours between, and what is kept at and just after that moment.
  it.each([
    // The clock is put forward in the night of 29 March: the first day has 23 hours.
    ["Europe/Zurich", "2026-03-28T23:59", "2026-03-29T23:59", 23, 90, 80],
    // It is put back on 25 October: 25 hours, and one day.
    ["Europe/Zurich", "2026-10-24T23:59", "2026-10-25T23:59", 25, 90, 80],
    ["Europe/Zurich", "2026-10-24T23:59", "2026-10-26T23:59", 49, 80, 70],
    ["Europe/Zurich", "2026-06-10T12:00", "2026-06-11T12:00", 24, 90, 80],
    ["America/New_York", "2026-03-07T23:59", "2026-03-08T23:59", 23, 90, 80],
    ["America/New_York", "2026-10-31T23:59", "2026-11-01T23:59", 25, 90, 80],
    // At half past two of a night that has none, the day ends at half past three.
    ["America/New_York", "2026-03-07T02:30", "2026-03-08T03:30", 24, 90, 80],
    // Half past one comes twice: the day ends at the first.
    ["America/New_York", "2026-10-31T01:30", "2026-11-01T01:30", 24, 90, 80],
    ["America/New_York", "2026-10-31T01:30", "2026-11-02T01:30", 49, 80, 70],
    // Half an hour of daylight saving.
    ["Australia/Lord_Howe", "2026-10-03T18:00", "2026-10-04T18:00", 23.5, 90, 80],
    ["Australia/Lord_Howe", "2026-04-04T18:00", "2026-04-05T18:00", 24.5, 90, 80],
    ["Asia/Shanghai", "2026-03-28T23:59", "2026-03-29T23:59", 24, 90, 80],
  ])("%s, due %s, handed in %s", (zone, due, handedIn, hours, kept, after) => {
    const [dueAt, end] = [local(due, zone), local(handedIn, zone)];
    expect((end.getTime() - dueAt.getTime()) / HOUR).toBe(hours);
    expect(keptAt(tenADay, dueAt, end, zone)).toBe(kept);
    expect(keptAt(tenADay, dueAt, new Date(end.getTime() + 1), zone)).toBe(after);
  });

  it("also where it falls due in the second of two equal hours", () => {
    const dueAt = at("2026-11-01T06:30:00Z");
    expect(localOf(dueAt, "America/New_York")).toBe("2026-11-01T01:30");
    expect(keptAt(tenADay, dueAt, at("2026-11-02T06:30:00Z"), "America/New_York")).toBe(90);
    expect(keptAt(tenADay, dueAt, at("2026-11-02T06:30:00.001Z"), "America/New_York")).toBe(80);
  });

  it("to the second and its thousandth", () => {
    const dueAt = at("2026-03-28T22:59:59.999Z");
    expect(keptAt(tenADay, dueAt, at("2026-03-29T21:59:59.999Z"), "Europe/Zurich")).toBe(90);
    expect(keptAt(tenADay, dueAt, at("2026-03-29T22:00:00.000Z"), "Europe/Zurich")).toBe(80);
  });
});

describe("what is kept", () => {
  const dueAt = at("2026-10-24T21:59:00Z");
  const keptAfter = (policy: LatePolicy, milliseconds: number) =>
    keptAt(policy, dueAt, new Date(dueAt.getTime() + milliseconds), "Europe/Zurich");

  it("is everything where nothing is taken off", () => {
    expect([0, 1, 300 * DAY].map((ms) => keptAfter(noLatePolicy, ms))).toEqual([100, 100, 100]);
  });

  it("within a grace is everything, then nothing", () => {
    const grace: LatePolicy = { kind: "grace", graceMinutes: 30 };
    expect([-DAY, 0, 1, 30 * MINUTE, 30 * MINUTE + 1].map((ms) => keptAfter(grace, ms))).toEqual([
      100, 100, 100, 100, 0,
    ]);
  });

  it("a day at a time counts the grace into the first day, down to the floor", () => {
    const policy: LatePolicy = { ...tenADay, graceMinutes: 60 };
    expect([0, HOUR, HOUR + 1, 25 * HOUR, 25 * HOUR + 1].map((ms) => keptAfter(policy, ms))).toEqual([
      100, 100, 90, 90, 80,
    ]);
    expect([4, 5, 6, 90].map((days) => keptAfter(policy, days * DAY + 2 * HOUR))).toEqual([50, 50, 50, 50]);
  });

  it("a grace of days swallows the days in it", () => {
    expect(keptAfter({ ...tenADay, graceMinutes: 3 * 24 * 60 }, 3 * DAY)).toBe(100);
    expect(keptAfter({ ...tenADay, graceMinutes: 3 * 24 * 60 }, 3 * DAY + 2 * HOUR)).toBe(60);
  });

  it("in steps holds to the end of each step's day", () => {
    const steps: LatePolicy = {
      kind: "steps",
      graceMinutes: 0,
      steps: [
        { days: 1, kept: 90 },
        { days: 3, kept: 70 },
        { days: 7, kept: 40 },
      ],
      floor: 0,
    };
    const ends = [25 * HOUR, 25 * HOUR + 1, 73 * HOUR, 73 * HOUR + 1, 169 * HOUR, 169 * HOUR + 1];
    expect(ends.map((ms) => keptAfter(steps, ms))).toEqual([90, 70, 70, 40, 40, 0]);
  });
});

it("steps never go up, nor does the floor stand over them", () => {
  const steps = (kept: number[], floor: number) =>
    latePolicy.safeParse({
      kind: "steps",
      graceMinutes: 0,
      steps: kept.map((each, day) => ({ days: day + 1, kept: each })),
      floor,
    }).success;
  expect([steps([90, 80], 0), steps([80, 80], 80)]).toEqual([true, true]);
  expect([steps([80, 90], 0), steps([90, 80], 85)]).toEqual([false, false]);
});

it("says how late something is", () => {
  const dueAt = at("2026-10-24T21:59:00Z");
  const said = (ms: number) =>
    lateness({ ...tenADay, graceMinutes: 10 }, dueAt, new Date(dueAt.getTime() + ms), "Europe/Zurich");
  expect(said(-1)).toEqual({ kind: "inTime", by: 0, days: 0, kept: 100 });
  expect(said(0)).toEqual({ kind: "inTime", by: 0, days: 0, kept: 100 });
  expect(said(MINUTE)).toEqual({ kind: "forgiven", by: MINUTE, days: 1, kept: 100 });
  expect(said(25 * HOUR)).toEqual({ kind: "late", by: 25 * HOUR, days: 1, kept: 90 });
  expect(said(25 * HOUR + 1)).toEqual({ kind: "late", by: 25 * HOUR + 1, days: 2, kept: 80 });
});

const percent = fc.integer({ min: 0, max: 100 });
const graceMinutes = fc.integer({ min: 0, max: 60 * 24 * 7 });
const policies: fc.Arbitrary<LatePolicy> = fc.oneof(
  fc.constant(noLatePolicy),
  fc.record({ kind: fc.constant("grace" as const), graceMinutes }),
  fc.record({
    kind: fc.constant("perDay" as const),
    graceMinutes,
    percent: fc.integer({ min: 1, max: 100 }),
    floor: percent,
  }),
  fc
    .record({
      graceMinutes,
      days: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
      kept: fc.array(percent, { minLength: 7, maxLength: 7 }),
    })
    .map(({ graceMinutes: minutes, days, kept }) => {
      const down = kept.toSorted((a, b) => b - a);
      const steps = days
        .toSorted((a, b) => a - b)
        .map((day, index) => ({ days: day, kept: down[index] ?? 0 }));
      return { kind: "steps" as const, graceMinutes: minutes, steps, floor: down.at(-1) ?? 0 };
    }),
);
const dues = fc
  .date({ min: at("2026-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / MINUTE) * MINUTE));
const zone = fc.constantFrom(...zones);
const later = fc.integer({ min: -2 * DAY, max: 40 * DAY });

const least = (policy: LatePolicy) =>
  policy.kind === "none" ? 100 : policy.kind === "grace" ? 0 : policy.floor;

describe("whatever the policy, the date and the zone", () => {
  it("later never keeps more; never under the floor; all of it in time and within the grace", () => {
    fc.assert(
      fc.property(policies, dues, zone, later, later, (policy, dueAt, timeZone, one, other) => {
        expect(latePolicy.safeParse(policy).success).toBe(true);
        const kept = (ms: number) => keptAt(policy, dueAt, new Date(dueAt.getTime() + ms), timeZone);
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        expect(kept(first)).toBeGreaterThanOrEqual(kept(second));
        expect(kept(second)).toBeGreaterThanOrEqual(Math.min(100, least(policy)));
        expect(kept(first)).toBeLessThanOrEqual(100);
        expect(kept(Math.min(0, first))).toBe(100);
        if (policy.kind !== "none") expect(kept(policy.graceMinutes * MINUTE)).toBe(100);
      }),
      { numRuns: 300 },
    );
  });

  it("a day more on the clock is a day more of lateness, whatever the clock does", () => {
    fc.assert(
      fc.property(dues, zone, fc.integer({ min: 1, max: 30 }), (dueAt, timeZone, days) => {
        const day = new Date(Date.parse(`${localOf(dueAt, timeZone).slice(0, 10)}T00:00:00Z`) + days * DAY);
        const end = local(`${day.toISOString().slice(0, 10)}${localOf(dueAt, timeZone).slice(10)}`, timeZone);
        const policy: LatePolicy = { kind: "perDay", graceMinutes: 0, percent: 1, floor: 0 };
        expect(keptAt(policy, dueAt, end, timeZone)).toBe(100 - days);
        expect(keptAt(policy, dueAt, new Date(end.getTime() + 1), timeZone)).toBe(99 - days);
      }),
      { numRuns: 300 },
    );
  });

  it("the steps drawn are what is kept at every moment until the close", () => {
    fc.assert(
      fc.property(policies, dues, zone, later, (policy, dueAt, timeZone, ms) => {
        const closesAt = new Date(dueAt.getTime() + 40 * DAY);
        const steps = lateSteps(policy, dueAt, closesAt, timeZone);
        expect(steps[0]?.from).toEqual(dueAt);
        expect(steps.length).toBeLessThanOrEqual(102);
        const moments = [ms, ...steps.map(({ from }) => from.getTime() - dueAt.getTime())].flatMap((each) => [
          each,
          each + 1,
        ]);
        for (const each of moments.filter((moment) => moment > 0)) {
          const when = new Date(dueAt.getTime() + each);
          if (when > closesAt) continue;
          const drawn = steps.findLast(({ from }) => from < when)?.kept;
          expect(keptAt(policy, dueAt, when, timeZone)).toBe(drawn);
        }
      }),
      { numRuns: 200 },
    );
  });
});
