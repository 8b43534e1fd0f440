import {
  complaint,
  desk,
  feedback,
  level,
  row,
  state,
  toBeGraded,
  twoVersions,
  who,
  withoutCriterion,
} from "../bench";
import { join, makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { gradeOf } from "../grading";
import { typeIn } from "../keys";
import { call } from "../scene";

test("what is taken away while somebody grades does not keep them from saving", async ({ as }) => {
  const bench = await toBeGraded(as);
  const { course, assignmentId, path, ada, commentId, adaId, zofiaId } = bench;
  const { ines, courseId } = course;
  await ines.clock.install();
  await ines.goto(`${path}?student=${adaId}`);
  await ines.keyboard.press("2");
  await ines.keyboard.press("1");
  await ines.keyboard.press("j");
  await ines.keyboard.press("i");
  await typeIn(ines, ines.getByLabel("Remark on Comment a"), "Say what comes after this.");
  await ines.keyboard.press("Escape");
  await withoutCriterion(bench, "Courage");
  await call(ada, "comment.delete", { courseId, id: commentId });

  await ines.keyboard.press("ControlOrMeta+Enter");
  await expect(complaint(ines)).toContainText("has changed meanwhile. Look at the marks again");
  await expect(level(ines, "Courage", 1)).toHaveCount(0);
  await expect(level(ines, "Care", 2)).toBeChecked();
  await ines.keyboard.press("ControlOrMeta+Enter");
  await expect(who(ines)).toHaveText("Zofia Wróbel");
  const grade = await gradeOf(ines, { courseId, assignmentId, studentId: adaId });
  expect(Object.keys(grade?.marks ?? {})).toHaveLength(1);
  expect(grade).toMatchObject({
    total: "5",
    remarks: { [commentId]: { body: "Say what comes after this." } },
  });

  await ines.keyboard.press("f");
  await typeIn(ines, feedback(ines), "You leave too soon.");
  const change = { membershipId: zofiaId, role: "student", withdrawn: true };
  await call(ines, "course.changeMember", { courseId, change });
  await ines.clock.fastForward("01:05");
  await expect(ines.getByText("This student is not in the queue any more")).toBeVisible();
  await expect(row(ines, "Zofia")).toHaveCount(0);
  await ines.getByRole("button", { name: "Go on with the queue" }).click();
  await expect(who(ines)).toHaveText("Ada Okafor");

  // Whoever comes back is graded on from there.
  await call(ines, "course.changeMember", { courseId, change: { ...change, withdrawn: false } });
  await ines.goto(`${path}?student=${zofiaId}`);
  await expect(feedback(ines)).toHaveValue("You leave too soon.");
});

test("two tabs of one grader are one desk, and u takes back nothing that was released", async ({ as }) => {
  const { course, assignmentId, path, adaId } = await toBeGraded(as);
  const { ines, courseId } = course;
  const place = { courseId, assignmentId, studentId: adaId };
  await ines.goto(`${path}?student=${adaId}`);
  const other = await ines.context().newPage();
  await other.goto(`${path}?student=${adaId}`);
  await expect(state(other)).toContainText("Care");

  await ines.keyboard.press("f");
  // Digits and letters are words here, and commands nowhere.
  await typeIn(ines, feedback(ines), "2 of 4, nup?");
  await expect(level(ines, "Care", 2)).not.toBeChecked();
  await expect(feedback(other)).toHaveValue("2 of 4, nup?");
  await ines.keyboard.press("Escape");
  await ines.keyboard.press("2");
  await ines.keyboard.press("2");
  await ines.keyboard.press("ControlOrMeta+Enter");
  await expect(who(ines)).toHaveText("Zofia Wróbel");
  await expect(state(other)).toHaveText("Saved as a draft");
  await expect(feedback(other)).toHaveValue("2 of 4, nup?");
  await expect(level(other, "Courage", 2)).toBeChecked();

  await ines.goBack();
  await expect(who(ines)).toHaveText("Ada Okafor");
  await ines.goForward();
  await expect(who(ines)).toHaveText("Zofia Wróbel");
  await ines.goBack();
  await desk(ines).getByRole("button", { name: "Release", exact: true }).click();
  await expect(state(ines)).toHaveText("Released: the student sees it");
  await ines.getByRole("main").focus();
  await ines.keyboard.press("u");
  await ines.keyboard.press("n");
  await expect(who(ines)).toHaveText("Zofia Wróbel");
  expect(await gradeOf(ines, place)).toMatchObject({ version: 2, total: "10" });

  // The other tab has not heard of it: what is written there is a second version.
  await other.getByRole("main").focus();
  await other.keyboard.press("f");
  await other.keyboard.press("End");
  await other.keyboard.type(" Say more.");
  await other.keyboard.press("ControlOrMeta+Enter");
  await expect(twoVersions(other)).toHaveText("You have saved this from somewhere else meanwhile");
});

test("a queue of nobody and of one, without a rubric, is worked by keys", async ({ as }) => {
  const course = await makeCourse(await as("ines"));
  const { ines, courseId, assignmentId, path } = course;
  await ines.goto(`${path}/grade/${assignmentId}`);
  await expect(ines.getByText("Nobody to grade yet")).toBeVisible();
  await ines.keyboard.press("?");
  await expect(ines.getByRole("dialog")).toContainText("save, next");
  await ines.keyboard.press("Escape");
  await expect(ines.getByRole("dialog")).toHaveCount(0);

  await join(as, course, "ada");
  await ines.reload();
  await expect(who(ines)).toHaveText("Ada Okafor");
  await expect(desk(ines)).toContainText("This assignment has no rubric");
  await expect(ines.getByRole("contentinfo")).toContainText("1 of 1");
  for (const key of ["1", "n", "p", "j", "k", "r", "i", "w", "a", "e", "u", ".", "m"])
    await ines.keyboard.press(key);
  await expect(who(ines)).toHaveText("Ada Okafor");
  await expect(state(ines)).toHaveText("Not begun");
  await ines.keyboard.press("?");
  await expect(ines.getByRole("dialog")).toContainText("save, next");
  await ines.keyboard.press("Escape");
  const points = desk(ines).getByLabel("Points", { exact: true });
  await points.fill("11");
  await expect(desk(ines).getByRole("alert")).toContainText("Points go from 0 to 10");
  await points.fill("7,5");
  await ines.keyboard.press("ControlOrMeta+Enter");
  await expect(state(ines)).toHaveText("Saved as a draft");
  await expect(points).toHaveValue("7.5");
  const [ada] = (
    await call<{ students: { id: string }[] }>(
      ines,
      "grade.page",
      { courseId, assignmentId, studentId: null },
      "query",
    )
  ).students;
  expect(await gradeOf(ines, { courseId, assignmentId, studentId: ada?.id ?? "" })).toMatchObject({
    total: "7.5",
  });
});

test("a long and dirty text is kept as it can be kept, and said once", async ({ as }) => {
  const { course, assignmentId, path, adaId } = await toBeGraded(as);
  const { ines, courseId } = course;
  const place = { courseId, assignmentId, studentId: adaId };
  await ines.goto(`${path}?student=${adaId}`);
  await ines.keyboard.press("f");
  await expect(feedback(ines)).toBeFocused();
  const dirty = `\u0007\u200f${"Whose cafe\u0301? ".repeat(2_000)}\u0000 <script>alert(1)</script>  `;
  await ines.keyboard.insertText(dirty);
  const kept = await feedback(ines).inputValue();
  expect(kept.length).toBeLessThanOrEqual(20_000);
  await ines.keyboard.press("ControlOrMeta+Enter");
  await expect(who(ines)).toHaveText("Zofia Wróbel");
  await ines.goBack();
  await expect(state(ines)).toHaveText("Open: Care, Courage");
  await expect(row(ines, "Ada Okafor")).not.toContainText("unsaved");
  await ines.keyboard.press("n");
  await expect(who(ines)).toHaveText("Zofia Wróbel");
  const grade = await gradeOf(ines, place);
  expect(grade?.history).toHaveLength(1);
  expect(grade?.feedback).not.toMatch(/\p{Cc}/u);
  expect(grade?.feedback).toContain("Whose café?");
});
