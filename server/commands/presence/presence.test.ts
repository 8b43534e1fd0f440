import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Audience } from "@/domain/comment/comment";
import { db } from "@/server/adapters/db";
import type { Wake } from "@/server/adapters/pubsub";
import { postComment } from "@/server/commands/comment/post-comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { reportPresence } from "./report-presence";
import { setPresence } from "./set-presence";

const told = vi.hoisted(() => [] as Wake[]);
vi.mock("@/server/adapters/pubsub", () => ({ announce: (wake: Wake) => told.push(wake) }));

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
  told.length = 0;
});

const report = (access: CourseAccess, change: object = {}, now = today) =>
  reportPresence(access, { readingId: cast.readingId, at: 2, typing: null, ...change }, now);
/** What was passed on about readers since the last look. */
const presences = () => told.splice(0).filter((wake) => wake.kind === "presence");
const refused = (code: string) => ({ refusal: { code } });
const eventsAtDesk = async () =>
  (await db().event.findMany({ where: { courseId: cast.courseId, type: "presence.set" } })).map(
    ({ subjectId, payload }) => ({ subjectId, payload }),
  );

describe("a report", () => {
  it("is passed on with the reader's name to the own group, and kept nowhere", async () => {
    await report(cast.ada);
    expect(presences()).toEqual([
      {
        kind: "presence",
        courseId: cast.courseId,
        assignmentId: cast.assignmentId,
        readingId: cast.readingId,
        groupId: cast.groups.a,
        hidden: expect.anything(),
        named: { key: cast.ada.actor.membershipId, name: "Ada", role: "student" },
        at: 2,
        typing: null,
        gone: false,
      },
    ]);
    await report(cast.ada, { gone: true });
    expect(presences()).toMatchObject([{ gone: true }]);
    expect(await db().event.count({ where: { courseId: cast.courseId } })).toBe(0);
  });

  it("names the thread of a reply where classmates read it, and says nothing of any other", async () => {
    const begin = async (audience: Audience) => {
      const { readingId } = cast;
      const place = { readingId, paragraphId: null, passage: null, groupId: null };
      const words = { signal: null, audience, body: "Whose consent?" };
      return (await postComment(cast.ada, { id: uuidv7(), ...place, ...words }, today)).id;
    };
    const shared = await begin("group");
    told.length = 0;
    await report(cast.ada, { typing: shared });
    expect(presences()).toMatchObject([{ typing: shared, typingIn: cast.groups.a }]);
    for (const typing of [await begin("private"), await begin("instructors"), uuidv7()]) {
      await report(cast.ada, { typing });
      expect(presences()).toMatchObject([{ typing: null }]);
    }
  });

  it("is for everybody when staff read", async () => {
    await report(cast.instructor);
    expect(presences()).toMatchObject([{ groupId: null, named: { role: "instructor" } }]);
  });

  it("carries an alias from the first moment on where classmates see aliases", async () => {
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { names: "pseudonyms" } });
    await Promise.all([report(cast.ada), report(cast.ada), report(cast.liming)]);
    const aliases = await db().alias.findMany({ where: { assignmentId: cast.assignmentId } });
    expect(aliases).toHaveLength(2);
    const wakes = presences();
    expect(wakes).toHaveLength(3);
    for (const { hidden, named } of wakes) {
      const alias = aliases.find((one) => one.membershipId === named.key);
      expect(hidden).toEqual({ key: alias?.id, name: alias?.name, role: "student" });
      expect(named.alias).toBe(alias?.name);
    }
  });

  it("is not passed on where the person or the course does not want it", async () => {
    await setPresence(cast.ada, { of: "self", on: false }, today);
    await report(cast.ada);
    expect(presences()).toEqual([]);
    await report(cast.liming);
    expect(presences()).toHaveLength(1);
    await setPresence(cast.assistant, { of: "course", on: false }, today);
    await report(cast.liming);
    expect(presences()).toEqual([]);
    await setPresence(cast.instructor, { of: "course", on: true }, today);
    await report(cast.ada);
    expect(presences()).toEqual([]);
    await setPresence(cast.ada, { of: "self", on: true }, today);
    await report(cast.ada);
    expect(presences()).toHaveLength(1);
  });

  it("is of a reading that one may enter", async () => {
    const other = await makeCourse();
    const foreign = { readingId: other.readingId };
    await expect(report(cast.ada, foreign)).rejects.toMatchObject(refused("not-found"));
    await expect(report(cast.ada, {}, inDays(-5))).rejects.toMatchObject(refused("not-open-yet"));
    expect(presences()).toEqual([]);
  });
});

describe("the setting", () => {
  it("is everybody's for themselves, and staff's for the course", async () => {
    await setPresence(cast.observer, { of: "self", on: false }, today);
    for (const access of [cast.ada, cast.observer]) {
      const ofCourse = { of: "course" as const, on: false };
      await expect(setPresence(access, ofCourse, today)).rejects.toMatchObject(refused("not-allowed"));
    }
    await setPresence(cast.assistant, { of: "course", on: false }, today);
    const membershipId = cast.observer.actor.membershipId;
    expect(await eventsAtDesk()).toEqual([
      { subjectId: membershipId, payload: { of: "self", on: false } },
      { subjectId: cast.courseId, payload: { of: "course", on: false } },
    ]);
    const others = await db().membership.count({ where: { courseId: cast.courseId, presence: false } });
    expect(others).toBe(1);
  });
});
