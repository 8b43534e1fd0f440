import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, instantTyped, localOf } from "./zoned-time";

const iso = (local: string, zone: string) => instantOf(local, zone)?.at.toISOString();

describe("a time on the wall", () => {
  test("is meant in its zone, summer and winter", () => {
    expect(iso("2026-01-15T23:59", "Europe/Zurich")).toBe("2026-01-15T22:59:00.000Z");
    expect(iso("2026-07-15T23:59", "Europe/Zurich")).toBe("2026-07-15T21:59:00.000Z");
    expect(iso("2026-01-15T23:59", "America/New_York")).toBe("2026-01-16T04:59:00.000Z");
    expect(iso("2026-07-15T23:59", "America/New_York")).toBe("2026-07-16T03:59:00.000Z");
    expect(iso("2026-01-15T23:59", "Asia/Kolkata")).toBe("2026-01-15T18:29:00.000Z");
    expect(iso("2026-01-15T23:59", "UTC")).toBe("2026-01-15T23:59:00.000Z");
  });

  test("that the clock skips is put forward", () => {
    expect(instantOf("2026-03-29T02:30", "Europe/Zurich")).toEqual({
      at: new Date("2026-03-29T01:30:00Z"),
      clock: "skipped",
    });
    expect(instantOf("2026-03-08T02:30", "America/New_York")).toEqual({
      at: new Date("2026-03-08T07:30:00Z"),
      clock: "skipped",
    });
    expect(instantOf("2026-10-04T02:15", "Australia/Lord_Howe")?.clock).toBe("skipped");
  });

  test("that the clock shows twice is the first of the two", () => {
    expect(instantOf("2026-10-25T02:30", "Europe/Zurich")).toEqual({
      at: new Date("2026-10-25T00:30:00Z"),
      clock: "twice",
    });
    expect(instantOf("2026-11-01T01:30", "America/New_York")).toEqual({
      at: new Date("2026-11-01T05:30:00Z"),
      clock: "twice",
    });
    expect(instantOf("2026-04-05T01:45", "Australia/Lord_Howe")?.clock).toBe("twice");
  });

  test("is null where it is no time", () => {
    for (const local of ["", "2026-13-01T10:00", "2026-01-01", "tomorrow"])
      expect(instantOf(local, "UTC")).toBeNull();
  });

  test.each(["Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])(
    "goes to an instant and back in %s",
    (zone) => {
      const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });
      fc.assert(
        fc.property(minutes, (minute) => {
          const local = localOf(new Date(minute * 60_000), zone);
          const found = instantOf(local, zone);
          expect(found?.clock).not.toBe("skipped");
          expect(found && localOf(found.at, zone)).toBe(local);
          if (found?.clock === "once") expect(found.at.getTime()).toBe(minute * 60_000);
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe("a time that was not touched", () => {
  const zone = "Europe/Zurich";

  test("keeps its seconds, and which of two it is", () => {
    const second = new Date("2026-10-25T01:30:59Z");
    expect(localOf(second, zone)).toBe("2026-10-25T02:30");
    expect(instantTyped("2026-10-25T02:30", second, zone)).toBe(second);
  });

  test("is as typed where it is another, or new", () => {
    const first = new Date("2026-10-25T00:30:00Z");
    expect(instantTyped("2026-10-25T02:30", undefined, zone)).toEqual(first);
    expect(instantTyped("2026-10-25T02:30", new Date("2026-10-25T02:30:00Z"), zone)).toEqual(first);
    expect(instantTyped("", first, zone)).toBeNull();
  });
});
