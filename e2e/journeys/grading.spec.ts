import { readFile } from "node:fs/promises";
import { assist, makeCourse } from "../course";
import { commentByKeys, deskIsThere, gradeAlso, gradeByKeys, settle } from "../desk";
import { expect, test } from "../fixtures";
import {
  becomesDue,
  choose,
  gradeOf,
  joinAll,
  members,
  passagesOf,
  say,
  sentences,
  twelve,
} from "../grading";
import { press, type, typeIn } from "../keys";
import { call } from "../scene";
import { asSpreadsheet } from "../spreadsheet";

test("an assignment is made, worked at, graded by two, released, asked about and taken to a spreadsheet", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  const tomasz = await assist(as, course, "tomasz");
  let assignmentId = "";

  await test.step("Inés makes it in the editor", async () => {
    await ines.goto(`${course.path}/assignments/new`);
    await ines.getByLabel("Title", { exact: true }).fill("The two columns");
    await ines.getByRole("group", { name: "Readings" }).getByRole("checkbox").first().check();
    await choose(ines, "Late policy", "Steps");
    await ines.getByLabel("Grace, how long").fill("0");
    await ines.getByLabel("Step 1: per cent that is left").fill("80");
    await choose(ines, "Who talks with whom", "Groups of");
    await ines.getByLabel("Size of a group").fill("4");
    await ines.getByRole("button", { name: "Make groups of 4" }).click();
    await expect(ines.getByText("Nobody is in them yet: they fill as students come.")).toBeVisible();
    await choose(ines, "When others’ comments appear", /^Post first/);
    await ines.getByLabel("Own comments first").fill("2");
    await ines.getByLabel("Words an own comment needs").fill("5");
    await ines.getByLabel("Taking part").fill("10");
    await ines.getByLabel("Rubric points").fill("20");
    await expect(ines.getByRole("status").filter({ hasText: /^30 points$/ })).toBeVisible();
    await ines.getByRole("button", { name: "Publish", exact: true }).click();
    await ines.waitForURL(/assignments\/[0-9a-f-]{36}\/edit/);
    await expect(ines.getByText("Published", { exact: true }).first()).toBeVisible();
    assignmentId = ines.url().split("/").at(-2) ?? "";
  });

  const class12 = await joinAll(as, course, twelve);
  const passages = await passagesOf(course, assignmentId);
  expect(passages).toHaveLength(3);
  const [set] = await call<{ groups: { members: object[] }[] }[]>(ines, "group.sets", { courseId }, "query");
  expect(set?.groups.map((group) => group.members.length)).toEqual([4, 4, 4]);

  await test.step("ten work at it at once", async () => {
    const working = twelve.filter((person) => person !== "ada" && person !== "dmytro");
    await Promise.all(
      working.map(async (person) => {
        for (const [n, passage] of passages.entries()) {
          await say(class12[person], courseId, passage, sentences(person)[n] ?? "");
        }
      }),
    );
  });

  const { ada, dmytro } = class12;
  await test.step("Ada reads nobody until she has said two things of her own", async () => {
    await ada.goto(`/courses/${courseId}/readings/${passages[0]?.readingId}`);
    await expect(ada.getByText(/^Live/)).toBeVisible();
    await expect(ada.getByText("2 more comments of your own, of at least 5 words,")).toBeVisible();
    const others = ada.getByRole("article", { name: /^Comment by (?!Ada)/ });
    await commentByKeys(ada, 1, "Too short.");
    await commentByKeys(ada, 2, "A promise about tomorrow binds the weak before it binds the strong.");
    await expect(ada.getByText("One more comment of your own, of at least 5 words,")).toBeVisible();
    await expect(others).toHaveCount(0);
    await commentByKeys(ada, 3, "The large ones asked for time, which is what the small ones did not have.");
    await expect(others.first()).toBeVisible();
  });

  await becomesDue(course, assignmentId);
  await test.step("Dmytro hands in late", async () => {
    await dmytro.goto(`/courses/${courseId}/readings/${passages[0]?.readingId}`);
    await expect(dmytro.getByText(/^Live/)).toBeVisible();
    await commentByKeys(dmytro, 3, "Time was what the large ones had already.");
  });

  const place = { courseId, assignmentId };
  const bench = `${course.path}/grade/${assignmentId}`;
  const ids = new Map((await members(course)).map(({ id, name }) => [name, id]));
  const idOf = (name: string) => ids.get(name) ?? "";
  const who = ines.getByRole("main").getByRole("heading", { level: 1 });
  const feedback = ines.getByRole("textbox", { name: "Feedback", exact: true });
  const state = ines.getByRole("form", { name: "Marks" }).getByRole("status");

  /** What some of the twelve want besides their marks. */
  const besides: Record<string, () => Promise<void>> = {
    "Ada Okafor": async () => {
      await ines.keyboard.press("j");
      await ines.keyboard.press("i");
      await typeIn(ines, ines.getByLabel("Remark on Comment a"), "Say what comes after this.");
      await ines.keyboard.press("Escape");
    },
    "Elif Yıldız": async () => {
      await ines.keyboard.press("e");
      await expect(ines.getByLabel("Points for participation")).toBeFocused();
      await ines.keyboard.press("ControlOrMeta+a");
      await ines.keyboard.type("9.5");
      await ines.keyboard.press("Tab");
      await typeIn(ines, ines.getByLabel(/^Why not/), "She led the talk in the seminar.");
    },
    "Дмитро Коваленко": async () => {
      await expect(ines.getByRole("region", { name: "Lateness" })).toContainText("80 % kept");
    },
    "Zofia Wróbel": async () => {
      // Meanwhile Tomasz has read the same work.
      await gradeAlso(tomasz, `${bench}?student=${idOf("Zofia Wróbel")}`);
      await ines.keyboard.press("ControlOrMeta+Enter");
      await settle(ines);
    },
  };

  await test.step("Inés grades twelve with the keyboard alone", async () => {
    await ines.goto(bench);
    await deskIsThere(ines);
    await ines.keyboard.press("n");
    await expect(ines.getByRole("contentinfo")).toContainText("2 of 12");
    await ines.keyboard.press("p");
    for (let n = 1; n <= 12; n++) {
      await expect(ines.getByRole("contentinfo")).toContainText(`${n} of 12`);
      const name = (await who.textContent()) ?? "";
      await gradeByKeys(ines, `Feedback for ${name}.`);
      if (n === 2) {
        // Too fast: it is taken back, and graded once more.
        await ines.keyboard.press("ControlOrMeta+Enter");
        await expect(ines.getByRole("contentinfo")).toContainText("3 of 12");
        await ines.keyboard.press("u");
        await expect(ines.getByText(`${name}: the save was taken back`)).toBeVisible();
        await ines.keyboard.press("p");
        await expect(who).toHaveText(name);
        await expect(feedback).toHaveValue("");
        await gradeByKeys(ines, `Feedback for ${name}, read again.`);
      }
      await besides[name]?.();
      await ines.keyboard.press("ControlOrMeta+Enter");
    }
    await expect(state).toHaveText("Saved as a draft");
    await expect(ines.getByText("12 of 12 done")).toBeVisible();
  });

  await test.step("nothing of the two is lost", async () => {
    const grade = await gradeOf(ines, { ...place, studentId: idOf("Zofia Wróbel") });
    expect(grade?.feedback).toContain("Feedback for Zofia");
    expect(grade?.feedback).toContain("The other column is missing.");
    expect(Object.keys(grade?.marks ?? {})).toHaveLength(4);
    expect(grade?.history).toHaveLength(2);
  });

  await test.step("all are released at once", async () => {
    await press(ines, ines.getByRole("button", { name: "Release all 12 complete drafts" }));
    await press(ines, ines.getByRole("dialog").getByRole("button", { name: "Release 12" }));
    await expect(ines.getByText("12 grades released.")).toBeVisible();
  });

  await test.step("Ada reads her grade, and asks to look again", async () => {
    await ada.goto(`${course.path}/grades`);
    await ada.getByRole("link", { name: "The two columns" }).click();
    await expect(ada.getByRole("heading", { name: "Your grade" })).toBeVisible();
    await expect(ada.getByText(/^\d+(\.\d+)? of 30$/).first()).toBeVisible();
    await expect(ada.getByRole("region", { name: "Rubric" })).toContainText("given");
    await expect(ada.getByText("Feedback for Ada Okafor.")).toBeVisible();
    const remarks = ada.getByRole("region", { name: "In their place" });
    await expect(remarks).toContainText("Say what comes after this.");
    await expect(remarks.getByRole("link", { name: /¶\d/ })).toBeVisible();
    const part = ada.getByRole("region", { name: "Taking part" });
    await expect(part.getByRole("row", { name: /^Comments/ })).toContainText("2 of 6 asked");
    await accessible(ada);
    await ada.getByRole("button", { name: "Ask to look again" }).click();
    await ada
      .getByLabel("What should be looked at again, and why?")
      .fill("My second comment was a question.");
    await ada.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(ada.getByText("Your request waits for an answer.")).toBeVisible();

    await dmytro.goto(`${course.path}/grades/${assignmentId}`);
    await expect(dmytro.getByText("Late: 80 % of the marks are kept")).toBeVisible();
  });

  await test.step("Inés answers in the thread, and Ada sees it", async () => {
    await ines.goto(`${bench}?student=${idOf("Ada Okafor")}`);
    const asked = ines.getByRole("region", { name: "Asked to look again" });
    await expect(asked).toContainText("My second comment was a question.");
    await type(ines, asked.getByLabel("Your answer"), "It was, and I have read it as one.");
    await ines.keyboard.press("ControlOrMeta+Enter");
    await expect(asked.getByRole("listitem").filter({ hasText: "It was, and" })).toBeVisible();
    await expect(asked.getByText("waits for an answer")).toHaveCount(0);
    await ada.reload();
    await expect(ada.getByText("It was, and I have read it as one.")).toBeVisible();
    await expect(ada.getByText("Your request waits for an answer.")).toHaveCount(0);
  });

  await test.step("the gradebook goes to a spreadsheet and comes back", async () => {
    await ines.goto(`${course.path}/gradebook`);
    const coming = ines.waitForEvent("download");
    await ines.getByRole("button", { name: "Export" }).click();
    const text = await readFile(await (await coming).path(), "utf8");
    expect(text.startsWith("\ufeffstudent id,")).toBe(true);
    const before = await gradeOf(ines, { ...place, studentId: idOf("Ada Okafor") });
    const file = asSpreadsheet(text, "The two columns", {
      [idOf("Ada Okafor")]: "27,5",
      [idOf("Elif Yıldız")]: "=12+6",
      [idOf("Zofia Wróbel")]: "31",
    });
    await ines
      .getByLabel("File of marks")
      .setInputFiles({ name: "marks.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
    const panel = ines.getByRole("complementary", { name: "marks.csv" });
    await expect(panel.getByText(/^1 mark would change/)).toBeVisible();
    const faults = panel.getByRole("list", { name: "What cannot be taken" }).getByRole("listitem");
    await expect(faults).toHaveCount(3);
    await expect(faults.filter({ hasText: "Elif" })).toContainText("=12+6 is no mark");
    await expect(faults.filter({ hasText: "Zofia" })).toContainText("31 is more than the 30");
    await expect(faults.filter({ hasText: "nobody@example.test" })).toContainText("is no student");
    await expect(panel.getByRole("checkbox", { name: /^Ada Okafor, The two columns/ })).toBeChecked();
    await panel.getByLabel(/^Why: one student has seen another mark/).fill("Added up again.");
    await panel.getByRole("button", { name: "Write 1 mark" }).click();
    await expect(panel.getByText("1 mark written.")).toBeVisible();
    const cell = ines.getByRole("button", { name: /^Ada Okafor, The two columns/ });
    await expect(cell).toContainText("27.5");
    await panel.getByRole("button", { name: "Take it all back" }).click();
    await expect(panel.getByText("1 of 1 put back.")).toBeVisible();
    await expect(cell).toContainText(before?.total ?? "?");
  });
});
