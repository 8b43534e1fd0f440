import { expect, it } from "vitest";
import { isClosed, othersVisible } from "@/domain/access/discussion";
import { can, isBlind } from "@/domain/access/policy";
import { db } from "@/server/adapters/db";
import { inDays, makeCourse, today } from "@/server/testing/cast";
import { randomFrom } from "@/server/testing/random";
import { makeTalk, type Talk } from "@/server/testing/talk";
import type { CourseAccess } from "./course-access";
import { discussionOf } from "./discussion";
import { openAssignments } from "./openness";
import { promptList } from "./prompt";
import { readingPage } from "./reading";
import { namingFor } from "./voice";

/** What holds for somebody, read from the tables one by one. */
async function plainly(talk: Talk, { actor }: CourseAccess) {
  const { assignmentId } = talk;
  const held = await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  const given = await db().extension.findMany({ where: { assignmentId } });
  const own = given.find((one) => one.studentId === actor.membershipId);
  const ofGroup = given.find((one) => one.groupId !== null && actor.groupIds.includes(one.groupId));
  const extension = actor.role === "student" ? (own ?? ofGroup) : undefined;
  const dates = { dueAt: (extension ?? held).dueAt, closesAt: (extension ?? held).closesAt };
  const comments = await db().comment.findMany({
    where: { authorId: actor.membershipId, room: { assignmentId } },
  });
  const ownComments = comments.filter(
    (one) => one.audience === "group" && one.deletedAt === null && one.words >= held.postFirstWords,
  ).length;
  const isStaff = actor.role === "instructor" || actor.role === "assistant";
  return {
    dates,
    extended: extension ? { dueAt: held.dueAt, closesAt: held.closesAt } : null,
    ownComments,
    shows: othersVisible({ ...held, ...dates }, ownComments, today),
    hidden: isStaff ? isBlind(held) : held.names === "pseudonyms",
    post: (isStaff || actor.role === "student") && (isStaff || !isClosed(dates, today)),
  };
}

it("every page and list goes by the same dates, counts and names, and by the person's own", async () => {
  const random = randomFrom(20_261_122);
  for (let round = 0; round < 12; round++) {
    const talk = await makeTalk(random);
    for (const person of talk.everybody) {
      const expected = await plainly(talk, person);
      const discussion = await discussionOf(person, talk.assignmentId, today);
      const all = await openAssignments(person, today);
      const open = all.find(({ facts }) => facts.id === talk.assignmentId);
      const page = await readingPage(person, talk.readingId, today);
      const [listed] = await promptList(person, today);

      for (const facts of [discussion.assignment, open?.facts, page.discussion]) {
        expect(facts).toMatchObject({ ...expected.dates, extended: expected.extended });
      }
      expect(listed).toMatchObject({ dueAt: expected.dates.dueAt, extended: expected.extended });
      expect(discussion.ownComments).toBe(expected.ownComments);
      expect([discussion.othersVisible, open?.othersVisible]).toEqual([expected.shows, expected.shows]);
      expect(open?.showsOthers).toBe(person.actor.role !== "student" || expected.shows);
      expect(namingFor(person, discussion)).toEqual(open?.naming);
      expect(open?.naming.hidden).toBe(expected.hidden);
      expect(can(person.actor, "names.see", discussion.assignment)).toBe(!expected.hidden);
      expect(page.can.post).toBe(expected.post);
    }
  }
}, 60_000);

it("what has not opened, or is not published, is in no list but that of staff", async () => {
  const cast = await makeCourse();
  const { assignmentId: id } = cast;
  const listed = async () => {
    const told = [];
    for (const person of [cast.instructor, cast.assistant, cast.ada, cast.observer]) {
      told.push((await openAssignments(person, today)).length);
    }
    return told;
  };
  expect(await listed()).toEqual([1, 1, 1, 1]);
  await db().assignment.update({ where: { id }, data: { opensAt: inDays(1) } });
  expect(await listed()).toEqual([1, 1, 0, 0]);
  await db().assignment.update({ where: { id }, data: { opensAt: inDays(-1), publishedAt: null } });
  expect(await listed()).toEqual([1, 1, 0, 0]);
});
