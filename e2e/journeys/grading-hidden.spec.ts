import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { blank } from "@/domain/grading/grade";
import { answer, assist, at, type Course, join, makeCourse, prompt, record, stand } from "../course";
import { deskIsThere } from "../desk";
import { expect, test } from "../fixtures";
import { typeIn } from "../keys";
import { ask, askAll, type Found, listen, sources, tellsNothing } from "../peek";
import { call } from "../scene";
import { comment, replyTo, studentsOf } from "../talk";

const SECRET = "zanzibar";
const NAMES = ["Rafael", "Monteiro", "María", "Santos", "Wanjiru", "Kamau"];

const hours = (count: number) => new Date(Date.now() + count * 60 * 60 * 1000);

interface Queued {
  id: string;
  /** The key before the names were given back. */
  formerId: string | null;
  name: string;
}

const queue = (page: Page, { courseId, assignmentId }: Course) =>
  call<{ students: Queued[] }>(page, "grade.page", { courseId, assignmentId, studentId: null }, "query");

const nameless = (course: Course, promptId: string) => {
  const { readingId, paragraphId } = at(course.passages, 1);
  return { promptIds: [promptId], paragraph: { readingId, paragraphId }, word: SECRET };
};

/** What staff are told of one assignment where names may not stand: each answer of the API under its name. */
async function askStaff(
  page: Page,
  course: Course,
  found: Found,
  keys: readonly string[],
): Promise<string[]> {
  const { courseId, assignmentId } = course;
  const [promptId] = found.promptIds;
  const filter = { show: "all", person: null };
  const readingId = at(course.readings, 0).id;
  const queries: [name: string, input: object][] = [
    ["grade.toGrade", {}],
    ["grade.page", { assignmentId, studentId: null }],
    ["grade.byPrompt", { assignmentId, promptId }],
    ...keys.flatMap((studentId) =>
      ["page", "next", "beside", "ofStudent"].map((name): [string, object] => [
        `grade.${name}`,
        { assignmentId, studentId },
      ]),
    ),
    ["comment.ofReading", { readingId }],
    ["comment.digest", { readingId, filter }],
    ["comment.heads", { readingId, filter, positions: [0, 1, 2, 3] }],
    ["comment.ofParagraph", { readingId, filter, position: 2 }],
    ["comment.people", { readingId }],
    ...["Monteiro", "Santos", "Wanjiru"].map((words): [string, object] => [
      "reading.search",
      { readingId, words },
    ]),
    ["insight.choices", {}],
    ["insight.heat", { readingId }],
    ...["questions", "behind", "replies", "activity"].map((name): [string, object] => [
      `insight.${name}`,
      {},
    ]),
    ["assignment.get", { id: assignmentId }],
  ];
  const told: string[] = [];
  for (const [name, input] of queries) told.push(await ask(page, name, { courseId, ...input }));
  return [...told, ...(await askAll(page, course, found))];
}

/** The students talk, answer and record, and one names another. */
async function work(course: Course, rafael: Page, luz: Page, wanjiru: Page, other = "María Luz Santos") {
  const threadId = await comment(luz, course, `In ${SECRET} as well?`);
  const replyId = await replyTo(rafael, course, threadId, `As @${other} says, in ${SECRET}.`);
  const promptId = at(course.prompts, 0);
  const responseId = await answer(rafael, course, promptId, { body: `In ${SECRET} [[1 ¶2]].` });
  await answer(luz, course, promptId, { body: `Nowhere but in ${SECRET}.` });
  await answer(wanjiru, course, promptId, { body: `Not in ${SECRET}.` });
  const pieceId = await record(wanjiru, course, { claim: `So in ${SECRET}.`, at: [0, 0], passage: 1 });
  return { threadId, replyId, responseId, pieceId };
}

test("who grades blind is told no name before the names are given back", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, {
    prompts: [prompt({ title: "Who counts?" })],
    draft: { blind: true, participationPoints: "4", points: "100" },
  });
  const { courseId, assignmentId, path } = course;
  const tomasz = await assist(as, course, "tomasz");
  const [rafael, luz, wanjiru] = [
    await join(as, course, "rafael"),
    await join(as, course, "luz"),
    await join(as, course, "wanjiru"),
  ];
  await tomasz.goto(at(course.readings, 0).path);
  const heard = await listen(tomasz, courseId, at(course.readings, 0).id);
  const { threadId, replyId, responseId, pieceId } = await work(course, rafael, luz, wanjiru);
  const stances = [rafael, luz, wanjiru].entries();
  for (const [place, student] of stances) {
    const why = `In ${SECRET}, of all places: ${place}.`;
    await stand(student, course, at(course.positions, place).id, "before", why);
  }
  const members = (await studentsOf(course)).map(({ id }) => id);
  expect(members).toHaveLength(3);

  const { students } = await queue(tomasz, course);
  const keys = students.map(({ id }) => id);
  for (const [place, studentId] of keys.entries()) {
    // What no clock shows: an instant ends in seconds with a point.
    const points = `77.${place + 1}3`;
    const save = { ...blank, id: uuidv7(), assignmentId, studentId, version: 0, points, reason: "" };
    await call(tomasz, "grade.save", { courseId, ...save });
  }

  const found: Found = {
    ...nameless(course, at(course.prompts, 0)),
    responseIds: [responseId],
    evidenceIds: [pieceId],
  };
  const bench = `/grade/${assignmentId}`;
  const alias = at(keys, 0);
  await test.step("neither by the API, nor in the source of a page, nor on the stream", async () => {
    const told = [
      ...(await askStaff(tomasz, course, found, keys)),
      ...(await sources(tomasz, course, found, [bench, `${bench}?student=${alias}`, `${bench}?by=prompt`])),
    ];
    expect(told.join("\n")).toContain(SECRET);
    expect(told.find((each) => each.startsWith("stance.journeys "))).toContain("of all places");
    tellsNothing(told, ...NAMES, ...members, "rafael@", "luz@", "wanjiru@");
    await expect.poll(heard).toContain(replyId);
    expect(await heard()).toContain(threadId);
    tellsNothing([await heard()], ...NAMES, ...members);
  });

  await test.step("nor on a page once it is drawn", async () => {
    const first = at(students, 0);
    await tomasz.goto(`${path}${bench}`);
    const nav = tomasz.getByRole("navigation", { name: "Grading queue" });
    await expect(nav.getByRole("link", { name: first.name })).toBeVisible();
    const drawn = [await tomasz.content()];
    await tomasz.goto(`${path}${bench}?by=prompt`);
    await expect(tomasz.getByRole("main")).toContainText(SECRET);
    drawn.push(await tomasz.content());
    await tomasz.goto(`${at(course.readings, 0).path}?thread=${threadId}`);
    await expect(tomasz.getByRole("article").filter({ hasText: SECRET }).first()).toBeVisible();
    drawn.push(await tomasz.content());
    tellsNothing(drawn, ...NAMES, ...members);
  });

  await test.step("the gradebook goes by names, and tells neither an alias nor a mark of theirs", async () => {
    // Released as well: nobody else has one that is.
    await call(ines, "grade.release", { courseId, assignmentId, studentId: alias, version: 1 });
    const book = [
      await ask(tomasz, "gradebook.table", { courseId }),
      await ask(tomasz, "gradebook.export", { courseId }),
      await (await tomasz.request.get(`${path}/gradebook`)).text(),
    ];
    expect(book.every((each) => each.includes("Monteiro"))).toBe(true);
    tellsNothing(book, ...keys, ...students.map(({ name }) => name), "77.13", "77.23", "77.33");
    const csv = `student id,#1 Two texts\n${at(members, 0)},3\n`;
    const preview = await tomasz.request.post("/api/trpc/gradebook.preview", {
      data: { json: { courseId, csv } },
    });
    tellsNothing([await preview.text()], ...keys, "77.13", "77.23", "77.33");
  });

  await test.step("a membership finds nobody, wherever it is sent", async () => {
    for (const studentId of members) {
      for (const name of ["page", "next", "beside", "ofStudent"]) {
        const answered = await ask(tomasz, `grade.${name}`, { courseId, assignmentId, studentId });
        expect(answered).toContain("NOT_FOUND");
      }
      const gone = await tomasz.request.get(`${path}${bench}?student=${studentId}`);
      expect(gone.status()).toBe(404);
      tellsNothing([await gone.text()], ...NAMES);
      const filter = { show: "all", person: studentId };
      const heads = { readingId: at(course.readings, 0).id, filter, positions: [0, 1, 2, 3] };
      tellsNothing([await ask(tomasz, "comment.heads", { courseId, ...heads })], SECRET, ...NAMES);
    }
  });

  const bell = at(keys, 1);
  const kept = "What I think, and have not saved.";
  const feedback = () => tomasz.getByRole("textbox", { name: "Feedback", exact: true });
  await test.step("what a grader types is kept on the device, under the alias", async () => {
    await tomasz.goto(`${path}${bench}?student=${bell}`);
    await deskIsThere(tomasz);
    await feedback().focus();
    await typeIn(tomasz, feedback(), kept);
    await tomasz.reload();
    await expect(feedback()).toHaveValue(kept);
  });

  await test.step("who says why is told one name; the assistant cannot have them all, the instructor can", async () => {
    const { name } = await call<{ name: string }>(tomasz, "grade.unmask", {
      courseId,
      assignmentId,
      studentId: alias,
      reason: "A word in private.",
    });
    const others = NAMES.filter((each) => !name.includes(each));
    const after = await ask(tomasz, "grade.page", { courseId, assignmentId, studentId: null });
    expect(after).toContain(name);
    tellsNothing([after], ...others);
    tellsNothing([await ask(ines, "grade.page", { courseId, assignmentId, studentId: null })], ...NAMES);
    const all = await tomasz.request.post("/api/trpc/grade.showNames", {
      data: { json: { courseId, assignmentId } },
    });
    expect(all.status()).toBe(403);
    await call(ines, "grade.showNames", { courseId, assignmentId });
    const named = (await queue(tomasz, course)).students;
    expect(named.map(({ id }) => id).toSorted()).toEqual(members.toSorted());
    expect(named.map((each) => each.name).join()).toContain("Monteiro");
    const gone = await tomasz.request.get(`${path}${bench}?student=${alias}`);
    expect(gone.status()).toBe(404);
  });

  await test.step("and finds what was typed under the alias", async () => {
    const { students: named } = await queue(tomasz, course);
    const found = named.find(({ formerId }) => formerId === bell);
    await tomasz.goto(`${path}${bench}?student=${found?.id ?? ""}`);
    await deskIsThere(tomasz);
    await expect(feedback()).toHaveValue(kept);
    const saved = tomasz.waitForResponse(/grade\.save\b/);
    await tomasz.keyboard.press("ControlOrMeta+Enter");
    expect((await saved).ok()).toBe(true);
  });
});

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
