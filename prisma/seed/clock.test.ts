import { describe, expect, it } from "vitest";
import { localOf } from "@/domain/assignment/zoned-time";
import { DemoClock } from "./clock";

const ZONE = "Europe/Zurich";

describe("the demo's days", () => {
  it.each([
    ["after the clocks were put forward", "2027-03-28T22:30:00Z", "2027-03-05T23:59"],
    ["after the clocks were put back", "2026-10-26T22:30:00Z", "2026-10-02T23:59"],
    ["on a leap day", "2028-02-29T12:00:00Z", "2028-02-05T23:59"],
    ["a minute before the year ends", "2026-12-31T22:59:30Z", "2026-12-07T23:59"],
  ])("are counted by the calendar: %s", (_when, start, expected) => {
    const clock = new DemoClock(new Date(start), ZONE);
    expect(localOf(clock.at(-24, "23:59"), ZONE)).toBe(expected);
    expect(localOf(clock.at(0, "08:00"), ZONE)).toBe(`${localOf(new Date(start), ZONE).slice(0, 10)}T08:00`);
  });
});
