import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { answer, at, type Course, join, makeCourse, prompt, record, stand } from "../course";
import { expect, test } from "../fixtures";
import { askAll, type Found, listen, sources, tellsNothing } from "../peek";
import { call, makeReading } from "../scene";
import { comment } from "../talk";

const SECRET = "zanzibar";

/** Everything that this person is told without asking for it: API and pages. */
const all = async (page: Page, course: Course, found: Found) => [
  ...(await askAll(page, course, found)),
  ...(await sources(page, course, found)),
];

/** A private note comes on one's own stream alone: once it is there, what went before is there as well. */
async function heardUntilNow(page: Page, course: Course, heard: () => Promise<string>): Promise<string> {
  const id = await comment(page, course, "to myself", "private");
  await expect.poll(heard).toContain(id);
  return heard();
}

const count = (told: readonly string[], query: string) =>
  JSON.parse(
    told
      .find((each) => each.startsWith(`${query} `))
      ?.slice(query.length)
      .trim() ?? "null",
  )?.result.data.json;

test("a prompt that wants one's own answer first tells nothing of the others' before it", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, {
    prompts: [prompt({ title: "Who counts?", postFirst: true, steelman: true })],
  });
  const promptId = at(course.prompts, 0);
  const [first, second] = [at(course.positions, 0), at(course.positions, 1)];
  const ada = await join(as, course, "ada");
  const liming = await join(as, course, "liming");
  const zofia = await join(as, course, "zofia");
  await ada.goto(at(course.readings, 0).path);
  const heard = await listen(ada, course.courseId, at(course.readings, 0).id);

  const responseId = await answer(liming, course, promptId, {
    body: `The ministers of ${SECRET} [[1 ¶2 ${first.short}]].`,
    positionId: first.id,
  });
  await answer(zofia, course, promptId, { body: `Not in ${SECRET} [[1 ¶2]].`, positionId: second.id });
  const reply = { id: uuidv7(), parentId: responseId, relation: "challenge", body: `${SECRET}? [[1 ¶2]]` };
  await call(zofia, "response.reply", { courseId: course.courseId, reply });
  await stand(zofia, course, second.id);
  const steelman = { id: uuidv7(), promptId, positionId: first.id, body: `${SECRET} would say [[1 ¶2]].` };
  await call(zofia, "steelman.write", { courseId: course.courseId, steelman });
  await stand(ada, course, first.id);

  const { readingId, paragraphId } = at(course.passages, 1);
  const found: Found = {
    promptIds: [promptId],
    responseIds: [responseId],
    paragraph: { readingId, paragraphId },
    word: SECRET,
  };
  const before = await all(ada, course, found);
  tellsNothing(before, SECRET, "Li Ming", "李明", "Zofia", responseId, steelman.id);
  tellsNothing([await heardUntilNow(ada, course, heard)], SECRET, "Li Ming", "Zofia", responseId);
  expect(count(before, "citation.ofReading").paragraphs).toEqual([]);
  expect(count(before, "response.ofPrompt")).toEqual([]);

  await ada.goto(`${course.path}/prompts/${promptId}?view=class`);
  await expect(ada.getByRole("main")).toContainText("shows once your own answer is posted");
  await expect(ada.getByRole("navigation", { name: "This prompt" })).not.toContainText(/[1-9] posted/);
  await expect(ada.getByRole("main")).not.toContainText(SECRET);
  await ada.goto(`${course.path}/prompts/${promptId}`);
  await ada.getByLabel("Your response").fill("Nobody does.");
  await ada.getByLabel("Your response").press("ControlOrMeta+Enter");
  await expect(ada.getByRole("navigation", { name: "This prompt" })).toContainText("3 posted");
  await ada.getByRole("link", { name: /^The class/ }).click();
  await expect(ada.getByRole("main")).toContainText("Li Ming");
  const after = await askAll(ada, course, found);
  expect(after.join("\n")).toContain(`The ministers of ${SECRET}`);
  expect(count(after, "citation.ofReading").paragraphs).toEqual([
    expect.objectContaining({ position: 2, responses: 4 }),
  ]);
});

test("an assignment that wants a comment first hides evidence, notes, citations and counts", async ({
  as,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, {
    prompts: [prompt()],
    draft: { visibility: "postFirst", postFirst: 1 },
  });
  const ada = await join(as, course, "ada");
  const liming = await join(as, course, "liming");
  await ada.goto(at(course.readings, 0).path);
  const heard = await listen(ada, course.courseId, at(course.readings, 0).id);
  await comment(liming, course, `In ${SECRET} [[1 ¶2]] too.`);
  const pieceId = await record(liming, course, { claim: `So in ${SECRET}.`, at: [0, 0], passage: 1 });
  const note = { id: uuidv7(), on: { kind: "evidence", id: pieceId }, body: `And in ${SECRET} [[1 ¶2]].` };
  await call(liming, "note.post", { courseId: course.courseId, note });
  await answer(liming, course, at(course.prompts, 0), { body: `See ${SECRET} [[1 ¶2]].` });

  const { readingId, paragraphId } = at(course.passages, 1);
  const found: Found = {
    promptIds: course.prompts,
    evidenceIds: [pieceId],
    paragraph: { readingId, paragraphId },
    word: SECRET,
  };
  const before = await all(ada, course, found);
  tellsNothing(before, SECRET, "Li Ming", "李明", pieceId);
  expect(count(before, "evidence.page").pieces).toEqual([]);
  expect(count(before, "citation.ofReading").paragraphs).toEqual([]);
  tellsNothing([await heardUntilNow(ada, course, heard)], SECRET, "Li Ming", pieceId);
  await ada.goto(`${course.path}/evidence`);
  await expect(ada.getByRole("main")).toContainText("0 passages from 0 readings");

  await comment(ada, course, "Nobody spoke.");
  await ada.reload();
  await expect(ada.getByRole("main")).toContainText("1 passage from 1 reading");
  const after = (await askAll(ada, course, found)).join("\n");
  for (const words of [`So in ${SECRET}.`, `And in ${SECRET}`, `See ${SECRET}`])
    expect(after).toContain(words);
});

test("where a prompt goes by aliases, classmates meet no name, and staff do", async ({ as }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt({ pseudonyms: true, steelman: true })] });
  const promptId = at(course.prompts, 0);
  const [first, second] = [at(course.positions, 0), at(course.positions, 1)];
  const [ada, liming] = [await join(as, course, "ada"), await join(as, course, "liming")];
  const body = `In ${SECRET} [[1 ¶2 ${first.short}]].`;
  const responseId = await answer(liming, course, promptId, { body, positionId: first.id });
  await stand(liming, course, first.id);
  const steelman = { id: uuidv7(), promptId, positionId: second.id, body: `Not in ${SECRET} [[1 ¶2]].` };
  await call(liming, "steelman.write", { courseId: course.courseId, steelman });
  await answer(ada, course, promptId, { body: "Nowhere.", positionId: second.id });

  const { readingId, paragraphId } = at(course.passages, 1);
  const found: Found = {
    promptIds: [promptId],
    responseIds: [responseId],
    paragraph: { readingId, paragraphId },
    word: SECRET,
  };
  await ada.goto(`${course.path}/prompts/${promptId}?view=next`);
  const leaf = ada.getByRole("article").filter({ hasText: SECRET });
  await expect(leaf.getByRole("heading")).toHaveText(/^[A-Z][a-z]+ [A-Z][a-z]+/);
  const { members } = await call<{ members: { id: string; name: string }[] }>(
    ines,
    "course.people",
    { courseId: course.courseId },
    "query",
  );
  const memberId = members.find(({ name }) => name.includes("Li Ming"))?.id ?? "";
  expect(memberId).not.toBe("");
  const told = [...(await all(ada, course, found)), await ada.content()];
  expect(told.join("\n")).toContain(SECRET);
  tellsNothing(told, "Li Ming", "李明", memberId);
  await ines.goto(`${course.path}/prompts/${promptId}?view=class`);
  await expect(ines.getByRole("main")).toContainText("Li Ming");
});

test("in groups, only a prompt for the whole class is answered before all", async ({ as }) => {
  const ines = await as("ines");
  const asked = [prompt({ title: `Group ${Date.now()}` }), prompt({ wholeClass: true })];
  const place = await makeReading(ines, { groups: true, draft: { prompts: asked } });
  const [ada, aigerim] = [await as("ada"), await as("aigerim")];
  const passages = await call<{ readingId: string; reading: number; paragraphId: string }[]>(
    ada,
    "prompt.passages",
    { courseId: place.courseId },
    "query",
  );
  const passage = passages.find(({ readingId }) => readingId === place.readingId);
  if (!passage) throw new Error("the reading is not there");
  const [group, whole] = asked.map(({ id }) => id);
  if (!group || !whole) throw new Error("no prompts");
  for (const [promptId, word] of [
    [group, SECRET],
    [whole, "timbuktu"],
  ] as const) {
    const response = { id: uuidv7(), promptId, version: 0, positionId: null };
    const body = `In ${word} [[${passage.reading} ¶1]].`;
    await call(aigerim, "response.post", { courseId: place.courseId, response: { ...response, body } });
  }
  const course = {
    courseId: place.courseId,
    path: `/courses/${place.courseId}`,
    positions: [],
    dimensions: [],
    readings: [{ id: place.readingId, sourceId: place.sourceId, path: place.path }],
  };
  const found: Found = { promptIds: [group, whole], paragraph: passage, word: SECRET };
  const told = await askAll(ada, course, found);
  tellsNothing([...told, ...(await sources(ada, course, found))], `In ${SECRET}`);
  expect(told.join("\n")).toContain("In timbuktu");
  expect(count(told, "citation.ofReading").paragraphs).toEqual([
    expect.objectContaining({ position: 1, responses: 1 }),
  ]);
  await ada.goto(`/courses/${place.courseId}/prompts/${whole}?view=class`);
  await expect(ada.getByRole("main")).toContainText("In timbuktu");
});
