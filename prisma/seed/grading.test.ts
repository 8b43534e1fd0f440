import { beforeAll, describe, expect, it } from "vitest";
import { gradeState } from "@/domain/grading/grade";
import { acts, replay } from "@/domain/grading/history";
import { countWords } from "@/domain/prompt/citation";
import { db } from "@/server/adapters/db";
import { courseAccess } from "@/server/queries/course-access";
import { ownGrade } from "@/server/queries/grade-own";
import { gradePage } from "@/server/queries/grade-page";
import { checkRemarks } from "@/server/queries/grade-remarks";
import { shown } from "@/server/queries/grade-standing";
import { gradebookOf } from "@/server/queries/gradebook";
import { fallingBehind } from "@/server/queries/insight-behind";
import { notificationsOf } from "@/server/queries/notification";
import { participationOfAll } from "@/server/queries/participation";
import { phrasesOf } from "@/server/queries/phrase";
import { newsOf } from "@/server/queries/room-news";
import { writeDemo } from "./demo";

const now = new Date();

beforeAll(() => writeDemo(now));

async function signedIn(name: string) {
  const user = await db().user.findFirstOrThrow({ where: { email: `${name}@glossa.test` } });
  const course = await db().course.findFirstOrThrow();
  const claim = { userId: user.id, sessionVersion: user.sessionVersion };
  return { claim, access: await courseAccess(claim, course.id) };
}

async function weeks() {
  const all = await db().assignment.findMany({ orderBy: { position: "asc" } });
  const [released, graded, open] = all;
  if (!released || !graded || !open) throw new Error("The demo has too few assignments");
  return { released, graded, open };
}

describe("what the demo shows of grading", () => {
  it("is a gradebook by category, with late work, other dates, who is excused and who is missing", async () => {
    const { access } = await signedIn("ines");
    const book = await gradebookOf(access, now);
    const { released, graded } = await weeks();
    expect(book.assignments.map((one) => [one.released, one.toGrade])).toEqual([
      [24, 0],
      [0, 12],
      [0, 24],
      [0, 0],
    ]);
    expect(book.categories.categories.map(({ name, weight }) => [name, weight])).toEqual([
      ["Weeks", "60"],
      ["Essay", "40"],
    ]);
    expect(book.sections).toHaveLength(2);
    const cells = book.students.map((student) => student.cells);
    const first = cells.map((cell) => cell[released.id]);
    const second = cells.map((cell) => cell[graded.id]);
    expect(first.filter((cell) => (cell?.lateBy ?? 0) > 0)).toHaveLength(2);
    expect(first.filter((cell) => cell?.changed)).toHaveLength(1);
    expect(first.filter((cell) => cell?.askedAt)).toHaveLength(1);
    expect(second.filter((cell) => (cell?.lateBy ?? 0) > 0)).toHaveLength(2);
    expect(second.filter((cell) => cell?.extendedTo)).toHaveLength(1);
    expect(second.map((cell) => cell?.standing).filter((each) => each && each !== "graded")).toEqual([
      "excused",
      "missing",
    ]);
    expect(new Set(first.map((cell) => cell?.total)).size).toBeGreaterThan(15);
  });

  it("has suggested what the product suggests, and left of late work what the policy leaves", async () => {
    const { access } = await signedIn("ines");
    const { released, graded } = await weeks();
    for (const { id } of [released, graded]) {
      const suggested = await participationOfAll(access, id);
      const grades = await db().grade.findMany({
        where: { assignmentId: id, participationSuggested: { not: null } },
      });
      expect(grades.length).toBeGreaterThanOrEqual(9);
      for (const grade of grades) {
        expect(shown(grade.participationSuggested)).toBe(
          suggested.get(grade.studentId)?.participation?.score,
        );
      }
      const { students } = await gradePage(access, id, null);
      const kept = new Map(students.map((student) => [student.id, student.kept]));
      for (const grade of await db().grade.findMany({ where: { assignmentId: id, standing: "graded" } })) {
        expect(shown(grade.kept)).toBe(kept.get(grade.studentId));
      }
      expect([...kept.values()].filter((share) => share !== "100").length).toBe(2);
    }
    const byHand = await db().grade.findMany({ where: { participationWhy: { not: "" } } });
    expect(byHand).toHaveLength(3);
  });

  it("has histories that can have happened, and says of each grade what its last step says", async () => {
    const grades = await db().grade.findMany({
      include: { history: { orderBy: { version: "asc" } }, marks: true, remarks: true },
    });
    for (const { history, marks, remarks, version, releasedAt, feedback } of grades) {
      const steps = history.map((step) => ({
        ...step,
        act: acts.find((act) => act === step.act) ?? "save",
        state: gradeState.parse(step.state),
        total: shown(step.total),
      }));
      const state = replay(steps);
      expect(version).toBe(history.length);
      expect(state.released).toBe(releasedAt !== null);
      expect(state.feedback).toBe(feedback);
      expect(Object.keys(state.remarks)).toHaveLength(remarks.length);
      expect(state.marks).toEqual(Object.fromEntries(marks.map((one) => [one.criterionId, one.levelId])));
    }
    const done = await db().gradeVersion.groupBy({ by: ["act"], _count: true });
    expect(new Set(done.map(({ act }) => act))).toEqual(new Set(["save", "release", "recall", "undo"]));
  });

  it("has remarks where they belong, shares and phrases", async () => {
    const { access } = await signedIn("ines");
    const { graded } = await weeks();
    const grades = await db().grade.findMany({
      include: { remarks: true, assignment: { include: { rubric: { include: { criteria: true } } } } },
    });
    for (const { remarks, assignmentId, studentId, assignment } of grades) {
      const criteria = assignment.rubric?.criteria.map(({ id, name }) => ({ id, name, levels: [] })) ?? [];
      const measure = { most: "30", participation: "10", criteria };
      const next = Object.fromEntries(
        remarks.map(({ subjectId, kind, body }) => [subjectId, { kind, body }]),
      );
      await checkRemarks(access, { assignmentId, studentId, measure }, {}, next);
    }
    expect(grades.flatMap((one) => one.remarks).length).toBeGreaterThanOrEqual(20);
    const { students } = await gradePage(access, graded.id, null);
    const groupsOf = (graderId: string) =>
      new Set(students.filter((student) => student.graderId === graderId).map((student) => student.group));
    expect(groupsOf(access.actor.membershipId)).toEqual(new Set(["Group A", "Group C"]));
    expect((await phrasesOf(access)).length).toBe(8);
    expect((await phrasesOf((await signedIn("tomasz")).access)).length).toBe(4);
  });

  it("gives Ada a grade that changed because she asked, with how the class lies", async () => {
    const { access } = await signedIn("ada");
    const { released } = await weeks();
    const own = await ownGrade(access, released.id);
    expect(own.changes.map(({ act, from, to }) => [act, from, to])).toEqual([
      ["release", null, "28"],
      ["save", "28", "29"],
    ]);
    expect(own.grade.requests).toHaveLength(2);
    expect(own.remarks).toHaveLength(4);
    expect(own.participation?.score).toBe("10");
    expect(own.distribution?.reduce((sum, bin) => sum + bin.count, 0)).toBe(24);
  });

  it("is a short list of people to write to", async () => {
    const { access } = await signedIn("ines");
    const behind = await fallingBehind(access, { assignmentId: null, sectionId: null }, now);
    expect(behind.length).toBeGreaterThanOrEqual(3);
    expect(behind.length).toBeLessThanOrEqual(4);
  });

  it("has told everybody already, has left the newest unread, and mails nobody", async () => {
    for (const { id, lastSeq, notifiedSeq } of await db().room.findMany()) {
      expect(notifiedSeq).toBe(lastSeq);
      expect(await newsOf(id, now)).toBeNull();
    }
    const unread = async (name: string) => {
      const { items } = await notificationsOf((await signedIn(name)).claim, null, now);
      const kinds = items.filter((item) => item.unread).map((item) => item.kind);
      expect(kinds.length, name).toBeLessThan(12);
      return new Set(kinds);
    };
    expect(await unread("ada")).toEqual(new Set(["reply", "mention", "answer"]));
    expect(await unread("liming")).toEqual(new Set(["reply", "graded", "mention"]));
    expect([...(await unread("ines"))]).toContain("asked");
    expect(await db().mail.count()).toBe(0);
    expect(await db().notification.count({ where: { mailAfter: { not: null } } })).toBe(0);
  });

  it("knows how many words each comment has", async () => {
    for (const { body, words } of await db().comment.findMany()) expect(words).toBe(countWords(body));
  });
});
