import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { blank } from "@/domain/grading/grade";
import { assist, at, type Course, join, makeCourse, prompt, stand } from "../course";
import { deskIsThere } from "../desk";
import { expect, test } from "../fixtures";
import { nameless, SECRET, work } from "../hidden";
import { typeIn } from "../keys";
import { ask, askAll, type Found, listen, sources, tellsNothing } from "../peek";
import { call } from "../scene";
import { studentsOf } from "../talk";

const NAMES = ["Rafael", "Monteiro", "María", "Santos", "Wanjiru", "Kamau"];

interface Queued {
  id: string;
  /** The key before the names were given back. */
  formerId: string | null;
  name: string;
}

const queue = (page: Page, { courseId, assignmentId }: Course) =>
  call<{ students: Queued[] }>(page, "grade.page", { courseId, assignmentId, studentId: null }, "query");

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
