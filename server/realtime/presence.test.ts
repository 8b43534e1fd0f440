import { describe, expect, it } from "vitest";
import type { PresenceWake } from "@/server/adapters/wakes";
import { Presence } from "./presence";

const begin = new Date("2026-03-10T12:00:00Z");
const inSeconds = (seconds: number) => new Date(begin.getTime() + seconds * 1000);

const report = (who: string, more: Partial<PresenceWake> = {}): PresenceWake => ({
  kind: "presence",
  courseId: "course",
  assignmentId: "assignment",
  readingId: "reading",
  groupId: null,
  hidden: { key: `alias of ${who}`, name: "Quiet Heron", role: "student" },
  named: { key: who, name: who, role: "student" },
  at: 3,
  typing: null,
  gone: false,
  ...more,
});

const names = (presence: Presence, reading = "reading") =>
  presence.of(reading).map((wake) => wake.named.name);

describe("presence", () => {
  it("keeps the last report of each, for as long as it is repeated", () => {
    const presence = new Presence();
    presence.note(report("ada"), begin);
    presence.note(report("liming"), begin);
    presence.note(report("ada", { at: 9 }), inSeconds(30));
    expect(presence.find("reading", "ada")?.at).toBe(9);
    expect(presence.expire(inSeconds(34))).toEqual([]);
    expect(presence.expire(inSeconds(36))).toEqual([report("liming", { at: null, gone: true })]);
    expect(names(presence)).toEqual(["ada"]);
    expect(presence.expire(inSeconds(36))).toEqual([]);
  });

  it("lets go of whoever leaves", () => {
    const presence = new Presence();
    presence.note(report("ada"), begin);
    presence.note(report("ada", { gone: true }), inSeconds(1));
    expect(names(presence)).toEqual([]);
  });

  it("withdraws one person, or everybody in a course, and nobody of another", () => {
    const presence = new Presence();
    presence.note(report("ada"), begin);
    presence.note(report("liming", { readingId: "other" }), begin);
    presence.note(report("zofia", { courseId: "elsewhere" }), begin);
    expect(presence.withdraw("course", "ada").map((wake) => wake.named.name)).toEqual(["ada"]);
    expect(presence.withdraw("course", "course").map((wake) => wake.named.name)).toEqual(["liming"]);
    expect(names(presence)).toEqual(["zofia"]);
    expect(names(presence, "other")).toEqual([]);
  });
});
