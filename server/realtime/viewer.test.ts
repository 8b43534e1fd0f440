import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, roles } from "@/domain/access/actor";
import { othersVisible, visibilities } from "@/domain/access/discussion";
import { type CommentFacts, can } from "@/domain/access/policy";
import { roomId } from "@/server/adapters/event-log";
import type { PresenceWake } from "@/server/adapters/wakes";
import type { CourseAccess } from "@/server/queries/course-access";
import { type DiscussionFacts, roomFacts } from "@/server/queries/discussion";
import { atTime, seesComment, seesDifferently, seesPresence, viewerOf } from "./viewer";

const now = new Date("2026-03-10T12:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const courseId = "018f0000-0000-7000-8000-00000000000c";
const assignmentId = "018f0000-0000-7000-8000-00000000000a";

const access = (actor: Actor) => ({ courseId, userId: "user", timeZone: "UTC", actor }) as CourseAccess;

function discussion(more: Partial<DiscussionFacts["assignment"]> = {}, ownComments = 0): DiscussionFacts {
  const assignment: DiscussionFacts["assignment"] = {
    id: assignmentId,
    publishedAt: hours(-3),
    opensAt: hours(-2),
    dueAt: hours(1),
    closesAt: hours(2),
    visibility: "open",
    postFirst: 1,
    names: "named",
    postFirstWords: 0,
    privateNotes: true,
    extended: null,
    blind: false,
    namesShownAt: null,
    groupSetId: "set",
    ...more,
  };
  return {
    assignment,
    groups: ["A", "B"].map((id) => ({ id, name: id })),
    ownGroupId: "A",
    ownComments,
    othersVisible: othersVisible(assignment, ownComments, now),
    aliases: new Map(),
    foundAt: now,
  };
}

const anyActor: fc.Arbitrary<Actor> = fc.record({
  membershipId: fc.constantFrom("ada", "liming"),
  role: fc.constantFrom(...roles),
  groupIds: fc.subarray(["A", "B"]),
});
const anyDiscussion = fc
  .record({ visibility: fc.constantFrom(...visibilities), postFirst: fc.nat(2), own: fc.nat(2) })
  .map(({ own, ...more }) => discussion(more, own));
const anyComment: fc.Arbitrary<CommentFacts> = fc.record({
  authorId: fc.constantFrom("ada", "liming"),
  threadAuthorId: fc.constantFrom("ada", "liming"),
  audience: fc.constantFrom("group", "private", "instructors"),
  deleted: fc.boolean(),
  isRoot: fc.boolean(),
  signal: fc.constant(null),
});
const student: Actor = { membershipId: "ada", role: "student", groupIds: ["A"] };

describe("a viewer", () => {
  it("sees of a room what the policy says, and nothing of a room that is not theirs", () => {
    const groups = fc.constantFrom(null, "A", "B");
    fc.assert(
      fc.property(anyActor, anyDiscussion, anyComment, groups, (actor, facts, comment, groupId) => {
        const room = roomId({ courseId, assignmentId, groupId });
        const sees = seesComment(viewerOf(access(actor), facts, now), room, comment, now);
        expect(sees).toBe(can(actor, "comment.see", comment, roomFacts(facts, groupId), now));
      }),
    );
    const elsewhere = roomId({ courseId, assignmentId: "another", groupId: null });
    const anything = { ...fc.sample(anyComment, 1)[0], authorId: "ada" } as CommentFacts;
    expect(seesComment(viewerOf(access(student), discussion(), now), elsewhere, anything, now)).toBe(false);
  });

  it("sees others' words from the moment the due date has passed", () => {
    const before = viewerOf(access(student), discussion({ visibility: "closedUntilDue" }), now);
    expect(atTime(before, hours(1))).toBe(before);
    const later = atTime(before, new Date(hours(1).getTime() + 1));
    expect(later.discussion.othersVisible).toBe(true);
    expect(seesDifferently(before, later)).toBe(true);
    expect(seesDifferently(before, before)).toBe(false);
  });

  it("has to fetch anew when role, groups, names or what is visible have changed, and else not", () => {
    const before = viewerOf(access(student), discussion(), now);
    const differs = (actor: Actor, facts = discussion()) =>
      seesDifferently(before, viewerOf(access(actor), facts, now));
    expect(differs({ ...student, role: "assistant" })).toBe(true);
    expect(differs({ ...student, groupIds: ["B"] })).toBe(true);
    expect(differs(student, discussion({ names: "pseudonyms" }))).toBe(true);
    expect(differs(student, discussion({ visibility: "postFirst" }))).toBe(true);
    expect(differs(student, discussion({ visibility: "postFirst" }, 1))).toBe(false);
    expect(differs(student, discussion({ dueAt: hours(1.5) }))).toBe(false);
  });
});

describe("who is there", () => {
  const wake = (groupId: string | null) =>
    ({ assignmentId, groupId, named: { key: "liming", name: "Li Ming", role: "student" } }) as PresenceWake;
  const shows = (actor: Actor, groupId: string | null, facts = discussion()) =>
    seesPresence(viewerOf(access(actor), facts, now), wake(groupId));

  it("shows to the group and to staff", () => {
    expect(shows(student, "A")).toBe(true);
    expect(shows(student, null)).toBe(true);
    expect(shows(student, "B")).toBe(false);
    expect(shows({ ...student, role: "assistant", groupIds: [] }, "B")).toBe(true);
    expect(shows({ ...student, role: "observer", groupIds: [] }, "A")).toBe(false);
    expect(shows({ ...student, membershipId: "liming" }, "A")).toBe(false);
  });

  it("does not show to those who may not read one another's words yet", () => {
    expect(shows(student, "A", discussion({ visibility: "postFirst" }))).toBe(false);
    expect(shows(student, "A", discussion({ visibility: "postFirst" }, 1))).toBe(true);
  });
});
