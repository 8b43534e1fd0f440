import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, heldUntil, MOST_ATTEMPTS, mailAfter, nextMorning, tryAgainAt } from "./times";

const zones = [
  "UTC",
  "Europe/Zurich",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "no such zone",
] as const;
const instant = fc.date({
  min: new Date("2024-01-01T00:00:00Z"),
  max: new Date("2030-01-01T00:00:00Z"),
  noInvalidDate: true,
});

const hourIn = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);

describe("the next morning", () => {
  it("is eight o'clock there, after now, and before two have passed", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (now, zone) => {
        const morning = nextMorning(now, zone);
        expect(morning.getTime()).toBeGreaterThan(now.getTime());
        // The day on which clocks go back has twenty-five hours.
        expect(morning.getTime() - now.getTime()).toBeLessThanOrEqual(DAY + 3_600_000);
        expect(hourIn(morning, zone === "no such zone" ? "UTC" : zone)).toBe("08:00");
      }),
    );
  });

  it.each([
    ["Europe/Zurich", "2026-03-28T07:00:00Z", "2026-03-29T06:00:00Z"],
    ["Europe/Zurich", "2026-10-24T06:00:00Z", "2026-10-25T07:00:00Z"],
    ["America/New_York", "2026-03-07T13:00:00Z", "2026-03-08T12:00:00Z"],
  ])("in %s after %s is %s: clocks change", (zone, now, then) => {
    expect(nextMorning(new Date(now), zone)).toEqual(new Date(then));
  });
});

describe("when it is mailed", () => {
  it("is never for who wants none, and later than now for the rest", () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (now, zone) => {
        expect(mailAfter("never", now, zone)).toBeNull();
        for (const delivery of ["atOnce", "daily"] as const) {
          expect(mailAfter(delivery, now, zone)?.getTime()).toBeGreaterThan(now.getTime());
        }
      }),
    );
  });

  it("is looked at again while it is held, more and more seldom, and given up at last", () => {
    const at = new Date("2026-03-10T12:00:00Z");
    const wait = (days: number) => {
      const now = new Date(at.getTime() + days * DAY);
      const then = heldUntil("atOnce", at, now, "UTC");
      return then && (then.getTime() - now.getTime()) / 60_000;
    };
    expect([0, 1 / 24, 1 / 8, 1, 100].map(wait)).toEqual([5, 7.5, 22.5, 60, 60]);
    expect(wait(121)).toBeNull();
  });

  it("is tried again later and later, and so often", () => {
    const now = new Date("2026-03-10T12:00:00Z");
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, at) => tryAgainAt(at + 1, now));
    expect(waits.at(-1)).toBeNull();
    const minutes = waits.flatMap((then) => (then ? [(then.getTime() - now.getTime()) / 60_000] : []));
    expect(minutes).toEqual([1, 3, 9, 27, 81, 243, 720, 720]);
  });
});
