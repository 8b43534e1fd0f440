import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type RefusalCode, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { courseAccess, type SessionClaim } from "@/server/queries/course-access";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { changeMember } from "./change-member";
import { createCourse } from "./create-course";
import { joinCourse } from "./join-course";
import { renewJoinCode } from "./renew-join-code";

async function refusalOf(work: Promise<unknown>): Promise<RefusalCode | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

async function newPerson(): Promise<SessionClaim> {
  const userId = uuidv7();
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: "Newcomer" } });
  return { userId, sessionVersion: 1 };
}

const codeOf = async (cast: Cast) =>
  (await db().course.findUniqueOrThrow({ where: { id: cast.courseId } })).joinCode ?? "";

const membershipsOf = (courseId: string, { userId }: SessionClaim) =>
  db().membership.findMany({ where: { courseId, userId } });

const eventsOf = (courseId: string, type: string) => db().event.count({ where: { courseId, type } });

describe("joining", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCourse();
  });

  it("makes a student, once however often it is sent, also at the same time", async () => {
    const claim = await newPerson();
    const code = await codeOf(cast);
    const before = await eventsOf(cast.courseId, "member.joined");
    const answers = await Promise.all([1, 2, 3].map(() => joinCourse(claim, code, today)));
    expect(answers).toEqual([1, 2, 3].map(() => ({ id: cast.courseId })));
    const memberships = await membershipsOf(cast.courseId, claim);
    expect(memberships.map(({ role }) => role)).toEqual(["student"]);
    expect((await eventsOf(cast.courseId, "member.joined")) - before).toBe(1);
  });

  it("leaves an instructor an instructor", async () => {
    const { userId } = cast.instructor;
    await joinCourse({ userId, sessionVersion: 1 }, await codeOf(cast), today);
    const memberships = await membershipsOf(cast.courseId, { userId, sessionVersion: 1 });
    expect(memberships.map(({ role }) => role)).toEqual(["instructor"]);
  });

  it("does not let back in whoever was taken off the roster", async () => {
    const claim = await newPerson();
    const code = await codeOf(cast);
    await joinCourse(claim, code, today);
    const [membership] = await membershipsOf(cast.courseId, claim);
    const change = { membershipId: membership?.id ?? "", role: "student" as const, withdrawn: true };
    await changeMember(cast.instructor, change, today);
    expect(await refusalOf(joinCourse(claim, code, today))).toBe("unknown-join-code");
    expect(await refusalOf(courseAccess(claim, cast.courseId))).toBe("not-found");
    await changeMember(cast.instructor, { ...change, withdrawn: false }, today);
    expect((await courseAccess(claim, cast.courseId)).actor.role).toBe("student");
  });

  it("refuses a code that opens nothing, and the old one once it is renewed or the door is closed", async () => {
    const claim = await newPerson();
    const old = await codeOf(cast);
    expect(await refusalOf(joinCourse(claim, "AAAA-AAAA", today))).toBe("unknown-join-code");
    const renewed = await renewJoinCode(cast.instructor, true, today);
    expect(renewed).not.toBe(old);
    expect(await refusalOf(joinCourse(claim, old, today))).toBe("unknown-join-code");
    expect(await renewJoinCode(cast.instructor, false, today)).toBeNull();
    expect(await refusalOf(joinCourse(claim, renewed ?? "", today))).toBe("unknown-join-code");
  });

  it("refuses somebody who tries code after code", async () => {
    const claim = await newPerson();
    for (let attempt = 0; attempt < 20; attempt++) {
      expect(await refusalOf(joinCourse(claim, "BBBB-BBBB", today))).toBe("unknown-join-code");
    }
    expect(await refusalOf(joinCourse(claim, "BBBB-BBBB", today))).toBe("rate-limited");
  });

  it("refuses a session that was ended", async () => {
    const { userId } = await newPerson();
    const ended = { userId, sessionVersion: 0 };
    expect(await refusalOf(joinCourse(ended, await codeOf(cast), today))).toBe("signed-out");
  });
});

describe("changing a member", () => {
  it("is for instructors", async () => {
    const cast = await makeCourse();
    const change = {
      membershipId: cast.ada.actor.membershipId,
      role: "instructor" as const,
      withdrawn: false,
    };
    for (const access of [cast.assistant, cast.ada, cast.observer]) {
      expect(await refusalOf(changeMember(access, change, today))).toBe("not-allowed");
    }
  });

  it("leaves the last instructor in place, and nothing half done", async () => {
    const cast = await makeCourse();
    const { membershipId } = cast.instructor.actor;
    const before = await db().event.count({ where: { courseId: cast.courseId } });
    for (const change of [
      { membershipId, role: "student" as const, withdrawn: false },
      { membershipId, role: "instructor" as const, withdrawn: true },
    ]) {
      expect(await refusalOf(changeMember(cast.instructor, change, today))).toBe("last-instructor");
    }
    const membership = await db().membership.findUniqueOrThrow({ where: { id: membershipId } });
    expect(membership).toMatchObject({ role: "instructor", withdrawnAt: null });
    expect(await db().event.count({ where: { courseId: cast.courseId } })).toBe(before);
  });

  it("leaves one of two instructors who demote each other at the same time", async () => {
    const cast = await makeCourse();
    const first = cast.instructor.actor.membershipId;
    const second = cast.assistant.actor.membershipId;
    await changeMember(
      cast.instructor,
      { membershipId: second, role: "instructor", withdrawn: false },
      today,
    );
    const other = await courseAccess({ userId: cast.assistant.userId, sessionVersion: 1 }, cast.courseId);
    const answers = await Promise.all([
      refusalOf(
        changeMember(cast.instructor, { membershipId: second, role: "student", withdrawn: false }, today),
      ),
      refusalOf(changeMember(other, { membershipId: first, role: "student", withdrawn: false }, today)),
    ]);
    expect(answers.sort()).toEqual(["done", "last-instructor"]);
    const instructors = { courseId: cast.courseId, role: "instructor" as const, withdrawnAt: null };
    expect(await db().membership.count({ where: instructors })).toBe(1);
  });

  it("does not reach into another course", async () => {
    const cast = await makeCourse();
    const elsewhere = await makeCourse();
    const { membershipId } = elsewhere.ada.actor;
    const change = { membershipId, role: "observer" as const, withdrawn: true };
    expect(await refusalOf(changeMember(cast.instructor, change, today))).toBe("not-found");
    const theirs = await db().membership.findUniqueOrThrow({ where: { id: membershipId } });
    expect(theirs).toMatchObject({ role: "student", withdrawnAt: null });
  });

  it("takes effect at the next step of whoever is withdrawn", async () => {
    const cast = await makeCourse();
    const { actor, userId } = cast.ada;
    await changeMember(
      cast.instructor,
      { membershipId: actor.membershipId, role: "student", withdrawn: true },
      today,
    );
    expect(await refusalOf(courseAccess({ userId, sessionVersion: 1 }, cast.courseId))).toBe("not-found");
  });
});

describe("opening a course", () => {
  const details = { title: "Orders", subtitle: "", term: "", timeZone: "Europe/Zurich" };

  it("makes whoever opens it the instructor, once however often it is sent", async () => {
    const claim = await newPerson();
    const id = uuidv7();
    const answers = await Promise.all([1, 2].map(() => createCourse(claim, { id, ...details }, today)));
    expect(answers).toEqual([{ id }, { id }]);
    expect(await createCourse(claim, { id, ...details, title: "Sent again" }, today)).toEqual({ id });
    expect((await membershipsOf(id, claim)).map(({ role }) => role)).toEqual(["instructor"]);
    expect((await db().course.findUniqueOrThrow({ where: { id } })).title).toBe("Orders");
    expect(await eventsOf(id, "course.created")).toBe(1);
  });

  it("refuses somebody else's id", async () => {
    const cast = await makeCourse();
    const claim = await newPerson();
    const taken = { id: cast.courseId, ...details };
    expect(await refusalOf(createCourse(claim, taken, today))).toBe("id-taken");
    expect(await membershipsOf(cast.courseId, claim)).toEqual([]);
  });
});
