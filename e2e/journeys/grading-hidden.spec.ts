import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { blank } from "@/domain/grading/grade";
import { assist, at, type Course, join, makeCourse, prompt } from "../course";
import { expect, test } from "../fixtures";
import { nameless, SECRET, work } from "../hidden";
import { ask, askAll, type Found, listen, sources, tellsNothing } from "../peek";
import { call } from "../scene";
import { comment, replyTo, studentsOf } from "../talk";

const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1000);

/** What stands under the bell of this course: the demo's people have tidings of its own course as well. */
async function tidings(page: Page, { courseId }: Course): Promise<string[]> {
  const { items } = await call<{ items: { href: string }[] }>(page, "notification.list", {}, "query");
  return items.filter(({ href }) => href.includes(courseId)).map((item) => JSON.stringify(item));
}

/** How many of them are unread. */
const unread = async (page: Page, course: Course) =>
  (await tidings(page, course)).filter((item) => item.includes('"unread":true')).length;

/** Everything that this person is told without asking for it: API, pages and what is under the bell. */
const all = async (page: Page, course: Course, found: Found) => [
  ...(await askAll(page, course, found)),
  ...(await sources(page, course, found)),
  ...(await tidings(page, course)),
];

/** Once Luz has been told of the last reply, everybody has been told of what went before it. */
async function toldUntil(luz: Page, course: Course): Promise<void> {
  await expect.poll(() => tidings(luz, course), { timeout: 90_000 }).not.toEqual([]);
}

test("what is closed until due opens at one's own due date, the bell's tidings too", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, {
    prompts: [prompt()],
    draft: { visibility: "closedUntilDue", opensAt: hours(-3), dueAt: hours(-1) },
  });
  const { courseId, assignmentId } = course;
  const [rafael, luz, wanjiru] = [
    await join(as, course, "rafael"),
    await join(as, course, "luz"),
    await join(as, course, "wanjiru"),
  ];
  const studentId = (await studentsOf(course)).find(({ name }) => name.includes("Monteiro"))?.id ?? null;
  const extension = { id: uuidv7(), version: 0, assignmentId, studentId, groupId: null };
  // Not within a day: that would be told as well.
  const dates = { dueAt: hours(30), closesAt: hours(48), reason: "Was ill." };
  await call(ines, "extension.save", { courseId, extension: { ...extension, ...dates } });

  await expect
    .poll(() => tidings(rafael, course), { timeout: 90_000 })
    .toEqual([expect.stringContaining('"kind":"dates"')]);
  const counted = await unread(rafael, course);
  await rafael.goto(at(course.readings, 0).path);
  const heard = await listen(rafael, courseId, at(course.readings, 0).id);
  const own = await comment(rafael, course, "Nobody spoke.");
  const { threadId, responseId, pieceId } = await work(course, await join(as, course, "liam"), luz, wanjiru);
  await replyTo(luz, course, own, `@Rafael Monteiro: in ${SECRET}!`);
  await replyTo(wanjiru, course, threadId, "The last word.");
  await toldUntil(luz, course);

  const found: Found = {
    ...nameless(course, at(course.prompts, 0)),
    responseIds: [responseId],
    evidenceIds: [pieceId],
  };
  const before = await all(rafael, course, found);
  tellsNothing(before, SECRET, "María", "Santos", "Wanjiru", threadId, responseId, pieceId);
  const note = await comment(rafael, course, "to myself", "private");
  await expect.poll(heard).toContain(note);
  tellsNothing([await heard()], SECRET, "Santos", "Wanjiru", threadId);
  expect(await tidings(rafael, course)).toHaveLength(1);
  expect(await unread(rafael, course)).toBe(counted);

  await call(ines, "extension.withdraw", { courseId, id: extension.id, version: 1 });
  const after = (await all(rafael, course, found)).join("\n");
  for (const words of ["Santos", threadId, responseId, pieceId]) expect(after).toContain(words);
  expect((await tidings(rafael, course)).length).toBeGreaterThan(1);
  expect(await unread(rafael, course)).toBeGreaterThan(counted);
});

test("a comment of too few words opens nothing, nor does the bell", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, {
    prompts: [prompt()],
    draft: {
      visibility: "postFirst",
      postFirst: 2,
      postFirstWords: 4,
      dueAt: hours(72),
      closesAt: hours(96),
    },
  });
  const { courseId } = course;
  const tomasz = await assist(as, course, "tomasz");
  const [rafael, luz] = [await join(as, course, "rafael"), await join(as, course, "luz")];
  const counted = await unread(rafael, course);
  const own = await comment(rafael, course, "Too short.");
  const threadId = await comment(luz, course, `They met in ${SECRET} first.`);
  await comment(luz, course, `They met in ${SECRET} again.`);
  await replyTo(luz, course, own, `@Rafael Monteiro: in ${SECRET}!`);
  await replyTo(tomasz, course, threadId, "The last word.");
  await toldUntil(luz, course);
  const found = nameless(course, at(course.prompts, 0));
  const hidden = async () => {
    tellsNothing(await all(rafael, course, found), SECRET, "María", "Santos", threadId);
    expect(await tidings(rafael, course)).toEqual([]);
    expect(await unread(rafael, course)).toBe(counted);
  };
  await comment(rafael, course, "Nobody spoke of the treaty.");
  await comment(rafael, course, "I keep this for myself alone.", "private");
  await comment(rafael, course, "Not yet.");
  await hidden();
  const second = await comment(rafael, course, "And everybody had read it.");
  expect((await all(rafael, course, found)).join("\n")).toContain(`They met in ${SECRET} first.`);
  await call(rafael, "comment.delete", { courseId, id: second });
  await hidden();
});

test("under pseudonyms no grade, no bell and no reason tells a classmate's name", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, {
    prompts: [prompt()],
    // Not within a day: that would be told as well.
    draft: { names: "pseudonyms", participationPoints: "4", dueAt: hours(72), closesAt: hours(96) },
  });
  const { courseId, assignmentId } = course;
  const [rafael, luz, wanjiru] = [
    await join(as, course, "rafael"),
    await join(as, course, "luz"),
    await join(as, course, "wanjiru"),
  ];
  const members = await studentsOf(course);
  const own = await comment(rafael, course, "Nobody spoke of the treaty, and why should they?");
  const { threadId, responseId, pieceId } = await work(
    course,
    await join(as, course, "liam"),
    luz,
    wanjiru,
    "the ministers",
  );
  await replyTo(luz, course, own, `It was read in ${SECRET}, where the columns came from.`);
  await replyTo(wanjiru, course, threadId, "The last word.");
  await toldUntil(luz, course);
  await expect.poll(async () => (await tidings(rafael, course)).join()).toContain(SECRET);

  const studentId = members.find(({ name }) => name.includes("Monteiro"))?.id ?? "";
  const save = {
    ...blank,
    id: uuidv7(),
    assignmentId,
    studentId,
    version: 0,
    points: "8",
    participation: "3",
  };
  await call(ines, "grade.save", { courseId, ...save, participationWhy: "It reads so.", reason: "" });
  await call(ines, "grade.release", { courseId, assignmentId, studentId, version: 1 });

  const found: Found = {
    ...nameless(course, at(course.prompts, 0)),
    responseIds: [responseId],
    evidenceIds: [pieceId],
  };
  const told = [
    ...(await all(rafael, course, found)),
    await ask(rafael, "grade.own", { courseId, assignmentId }),
    await ask(rafael, "grade.ownList", { courseId }),
    await (await rafael.request.get(`${course.path}/grades/${assignmentId}`)).text(),
    await (await rafael.request.get(`${course.path}/grades`)).text(),
  ];
  const others = members.flatMap(({ id, name }) => (name.includes("Monteiro") ? [] : [id, name]));
  tellsNothing(told, ...others, "Wanjiru", "Kamau", "Liam");
  expect(told.join("\n")).toContain(SECRET);
});
