import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { ExtensionSave } from "@/domain/assignment/extension";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { saveResponse } from "@/server/commands/response/save-response";
import { courseOverview, coursesOf } from "@/server/queries/course";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOf } from "@/server/queries/discussion";
import { extensionsOf } from "@/server/queries/extension";
import { openAssignments } from "@/server/queries/openness";
import { promptList, promptPage } from "@/server/queries/prompt";
import { readingPage } from "@/server/queries/reading";
import { searchReading } from "@/server/queries/search";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { createCallerFactory } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";
import { saveExtension } from "./save-extension";
import { withdrawExtension } from "./withdraw-extension";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const forStudent = (who: CourseAccess, more: Partial<ExtensionSave> = {}): ExtensionSave => ({
  id: uuidv7(),
  version: 0,
  assignmentId: cast.assignmentId,
  studentId: who.actor.membershipId,
  groupId: null,
  dueAt: inDays(8),
  closesAt: inDays(10),
  reason: "Was ill.",
  ...more,
});
const forGroup = (groupId: string, more: Partial<ExtensionSave> = {}) =>
  forStudent(cast.ada, { studentId: null, groupId, ...more });
const give = (extension: ExtensionSave) => saveExtension(cast.assistant, extension, today);
const comment = (who: CourseAccess, at: Date, body = "Whose consent is meant?") =>
  postComment(
    who,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience: "group",
      body,
    },
    at,
  );
const answer = (who: CourseAccess, at: Date) =>
  saveResponse(
    who,
    { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "Of all." },
    "post",
    at,
  );
const afterClose = inDays(6);

describe("an extension", () => {
  it("lets its student write when it is closed for the class, until its own close", async () => {
    const first = await comment(cast.liming, today);
    await give(forStudent(cast.ada));
    await comment(cast.ada, afterClose);
    await replyToComment(cast.ada, { id: uuidv7(), parentId: first.id, body: "Of all." }, afterClose);
    await answer(cast.ada, afterClose);
    await expect(comment(cast.liming, afterClose)).rejects.toMatchObject({ refusal: { code: "closed" } });
    await expect(answer(cast.liming, afterClose)).rejects.toMatchObject({ refusal: { code: "closed" } });
    await expect(comment(cast.ada, inDays(11))).rejects.toMatchObject({
      refusal: { code: "closed", closesAt: inDays(10).toISOString() },
    });
  });

  it("holds by the API as well, and what waited on a device is taken by the dates of its author", async () => {
    await give(forStudent(cast.ada));
    const createCaller = createCallerFactory(appRouter);
    const at = (who: CourseAccess, now: Date) =>
      createCaller({ claim: { userId: who.userId, sessionVersion: 1 }, now, address: "192.0.2.1" });
    const sent = {
      courseId: cast.courseId,
      comment: {
        id: uuidv7(),
        readingId: cast.readingId,
        paragraphId: null,
        passage: null,
        signal: null,
        audience: "group" as const,
        body: "Written on the train.",
      },
    };
    await expect(at(cast.liming, afterClose).comment.post(sent)).rejects.toMatchObject({
      cause: { refusal: { code: "closed" } },
    });
    expect((await at(cast.ada, afterClose).comment.post(sent)).id).toBe(sent.comment.id);
    // Sent again because the answer was lost, when it is closed for its author too.
    expect((await at(cast.ada, inDays(11)).comment.post(sent)).id).toBe(sent.comment.id);
    expect(await db().comment.count({ where: { courseId: cast.courseId } })).toBe(1);
  });

  it("may end sooner than the class's dates, too, and ends with its withdrawal", async () => {
    const { id } = await give(forStudent(cast.ada, { dueAt: inDays(1), closesAt: inDays(2) }));
    await expect(comment(cast.ada, inDays(3))).rejects.toMatchObject({ refusal: { code: "closed" } });
    await withdrawExtension(cast.instructor, { id, version: 1 }, today);
    await comment(cast.ada, inDays(3));
  });

  it("of a group is for all in it; a student's own goes before it", async () => {
    await give(forGroup(cast.groups.a));
    await comment(cast.ada, afterClose);
    await comment(cast.liming, afterClose);
    await expect(comment(cast.stranger, afterClose)).rejects.toMatchObject({ refusal: { code: "closed" } });
    await give(forStudent(cast.ada, { dueAt: inDays(4), closesAt: inDays(5) }));
    await expect(comment(cast.ada, afterClose)).rejects.toMatchObject({ refusal: { code: "closed" } });
    await comment(cast.liming, afterClose);
  });

  it("opens what is closed until due at one's own due date", async () => {
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "closedUntilDue" },
    });
    await comment(cast.liming, today);
    await give(forStudent(cast.ada));
    const shown = async (who: CourseAccess, at: Date) => {
      const { totals } = await searchReading(who, { readingId: cast.readingId, words: "whose" }, at);
      const [open] = await openAssignments(who, at);
      const { othersVisible } = await discussionOf(who, cast.assignmentId, at);
      expect(open?.showsOthers).toBe(othersVisible);
      // The stranger is in another group than the comment.
      const expected = who === cast.ada && othersVisible;
      expect(totals.comments).toBe(expected ? 1 : 0);
      return othersVisible;
    };
    expect(await shown(cast.stranger, inDays(4))).toBe(true);
    expect(await shown(cast.ada, inDays(4))).toBe(false);
    expect(await shown(cast.ada, inDays(8))).toBe(false);
    expect(await shown(cast.ada, inDays(9))).toBe(true);
  });

  it("shows as one's own dates, with the class's beside", async () => {
    await give(forStudent(cast.ada));
    const dates = { dueAt: inDays(8), extended: { dueAt: inDays(3), closesAt: inDays(5) } };
    expect((await courseOverview(cast.ada, afterClose)).assignments[0]).toMatchObject({
      ...dates,
      closed: false,
    });
    expect((await promptList(cast.ada, afterClose))[0]).toMatchObject({ ...dates, closed: false });
    expect((await promptPage(cast.ada, cast.promptId, afterClose)).prompt).toMatchObject(dates);
    const page = await readingPage(cast.ada, cast.readingId, afterClose);
    expect(page).toMatchObject({ discussion: dates, can: { post: true } });
    const claim = (who: CourseAccess) => ({ userId: who.userId, sessionVersion: 1 });
    const { courses } = await coursesOf(claim(cast.ada), afterClose);
    expect(courses[0]?.next).toMatchObject({ dueAt: inDays(8) });
    expect((await coursesOf(claim(cast.liming), afterClose)).courses[0]?.next).toBeNull();

    const plain = { dueAt: inDays(3), extended: null };
    for (const who of [cast.liming, cast.instructor]) {
      expect((await courseOverview(who, afterClose)).assignments[0]).toMatchObject({
        ...plain,
        closed: true,
      });
    }
  });
});

describe("giving one", () => {
  it("is idempotent, refuses a stale save with what stands, and two for one student", async () => {
    const extension = forStudent(cast.ada);
    const held = await give(extension);
    expect(await give(extension)).toEqual(held);
    const next = await give({ ...extension, version: 1, closesAt: inDays(12) });
    expect(next).toMatchObject({ version: 2, closesAt: inDays(12), student: { name: "Ada" } });
    const stale = { refusal: { code: "stale", current: { version: 2, text: "Was ill." } } };
    await expect(give({ ...extension, version: 1, reason: "Else." })).rejects.toMatchObject(stale);
    await expect(give(forStudent(cast.ada, { reason: "Twice." }))).rejects.toMatchObject(stale);
    await give(forGroup(cast.groups.b));
    expect(await extensionsOf(cast.assistant, cast.assignmentId)).toMatchObject([
      { group: { name: "Group B" } },
      { student: { name: "Ada" } },
    ]);
    const events = await db().event.count({ where: { courseId: cast.courseId, type: "extension.saved" } });
    expect(events).toBe(3);
  });

  it("refuses dates out of order, and what is not the course's", async () => {
    const other = await makeCourse();
    const refused = (extension: ExtensionSave, code: string) =>
      expect(give(extension)).rejects.toMatchObject({ refusal: { code } });
    await refused(forStudent(cast.ada, { dueAt: inDays(11) }), "dates-out-of-order");
    await refused(forStudent(cast.ada, { dueAt: inDays(-5) }), "dates-out-of-order");
    await refused(forStudent(other.ada), "not-found");
    await refused(forStudent(cast.assistant), "not-found");
    await refused(forGroup(other.groups.a), "not-found");
    await refused(forStudent(cast.ada, { assignmentId: other.assignmentId }), "not-found");
    await refused(forStudent(cast.ada, { version: 1 }), "not-found");
    await expect(saveExtension(cast.ada, forStudent(cast.ada), today)).rejects.toMatchObject({
      refusal: { code: "not-allowed" },
    });
  });

  it("and taking it back: again with the same answer, stale, not found", async () => {
    const extension = forStudent(cast.ada);
    const { id } = await give(extension);
    await give({ ...extension, version: 1, reason: "Longer." });
    const take = (version: number, which = id) =>
      withdrawExtension(cast.assistant, { id: which, version }, today);
    await expect(take(1)).rejects.toMatchObject({ refusal: { code: "stale", current: { text: "Longer." } } });
    expect(await take(2)).toEqual({ id });
    expect(await take(2)).toEqual({ id });
    await expect(take(1, uuidv7())).rejects.toMatchObject({ refusal: { code: "not-found" } });
  });
});
