import { expect, test } from "vitest";
import { oddSpan } from "./date-span";

test("a span over which no clock changes needs no word", () => {
  expect(oddSpan("2026-11-20T08:00", "2026-11-26T23:59", "Europe/Zurich")).toBeNull();
  expect(oddSpan("2027-03-27T12:00", "2027-03-28T12:00", "Asia/Tokyo")).toBeNull();
});

test.each([
  [
    "Europe/Zurich",
    "2027-03-27T12:00",
    "2027-03-28T12:00",
    { days: 0, hours: 23, minutes: 0, clock: "forward" },
  ],
  ["Europe/Zurich", "2026-10-24T12:00", "2026-10-31T12:00", { days: 7, hours: 1, minutes: 0, clock: "back" }],
  [
    "America/New_York",
    "2027-03-13T09:30",
    "2027-03-14T09:30",
    { days: 0, hours: 23, minutes: 0, clock: "forward" },
  ],
  // Half an hour on Lord Howe Island.
  [
    "Australia/Lord_Howe",
    "2027-04-03T12:00",
    "2027-04-04T12:00",
    { days: 1, hours: 0, minutes: 30, clock: "back" },
  ],
])("in %s from %s to %s the clock changes", (zone, from, to, span) => {
  expect(oddSpan(from, to, zone)).toEqual(span);
});

test("times that are none, or the wrong way round, are no span", () => {
  expect(oddSpan("", "2027-03-28T12:00", "Europe/Zurich")).toBeNull();
  expect(oddSpan("2027-03-28T12:00", "2027-03-27T12:00", "Europe/Zurich")).toBeNull();
});
