import { makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { gradeOf, joinAll, makeAssignment, members, saveMark } from "../grading";

test("a file says what is wrong with it, and what became of each mark", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const { courseId } = course;
  await joinAll(as, course, ["chloe", "rafael"]);
  const assignmentId = await makeAssignment(course, "Essay");
  const ids = new Map((await members(course)).map(({ id, name }) => [name, id]));
  const [chloe = "", rafael = ""] = [ids.get("Chloé Tremblay"), ids.get("Rafael Monteiro")];
  const placeOf = (studentId: string) => ({ courseId, assignmentId, studentId });
  const choose = (name: string, content: Buffer | string) =>
    ines
      .getByLabel("File of marks")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  const panel = (name: string) => ines.getByRole("complementary", { name });
  await ines.goto(`${course.path}/gradebook`);

  await test.step("before anything is read", async () => {
    const wrong: [string, Buffer | string, RegExp][] = [
      ["large.csv", Buffer.alloc(10 * 1024 * 1024, "student id,#2\n"), /larger than 2 MiB/],
      ["sheet.xlsx", Buffer.from("PK\u0003\u0004\0\0\0", "latin1"), /Save the sheet as CSV/],
      ["empty.csv", "\ufeff \n", /The file is empty/],
      ["pipes.csv", `student id|#2\n${chloe}|3\n`, /No column is called “student id”/],
      ["quotes.csv", `student id,#2\n${chloe},"3\n`, /cannot be read from line 2 on/],
      ["two.csv", `student id,#2,student id\n${chloe},3,${rafael}\n`, /Two columns are called/],
    ];
    for (const [name, content, said] of wrong) {
      await choose(name, content);
      await expect(panel(name).getByRole("alert")).toContainText(said);
    }
  });

  await test.step("line by line and column by column, as another programme wrote it", async () => {
    const lines = [
      "#9 Gone\t#2 Essay (of 10)\tstudent id",
      `1\t1e1\t${chloe}`,
      `1\t7,5\t${rafael.toUpperCase()}`,
      "1\t3\tnobody@example.test",
    ];
    await choose("unicode.txt", Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf16le"));
    const here = panel("unicode.txt");
    await expect(here.getByText("1 mark would change; 3 rows read.")).toBeVisible();
    await expect(here.getByRole("list", { name: "Columns of the file" })).toContainText(
      "#9 Gone is left out",
    );
    const faults = here.getByRole("list", { name: "What cannot be taken" });
    await expect(faults).toContainText("1e1 is no mark");
    await expect(faults).toContainText("nobody@example.test is no student of this course");
    await accessible(ines);
  });

  await test.step("mark by mark, where something changed after it was looked at", async () => {
    await choose("marks.csv", `student id,#2\n${chloe},8\n${rafael},7\n`);
    const here = panel("marks.csv");
    await expect(here.getByText("2 marks would change; 2 rows read.")).toBeVisible();
    await saveMark(ines, placeOf(chloe), "5", true);
    await here.getByRole("button", { name: "Write 2 marks" }).click({ clickCount: 2 });
    await expect(here.getByRole("list", { name: "What was not written" })).toContainText(
      "Chloé Tremblay, Essay Somebody saved 5 here meanwhile.",
    );
    expect((await gradeOf(ines, placeOf(chloe)))?.total).toBe("5");
    expect(await gradeOf(ines, placeOf(rafael))).toMatchObject({ total: "7", version: 1 });
    await here.getByRole("button", { name: "Read the file again" }).press("Enter");
    await expect(here.getByText("1 mark would change; 2 rows read.")).toBeVisible();
    await expect(here.getByRole("heading", { name: "marks.csv" })).toBeFocused();
    await expect(here.getByRole("button", { name: "Write 1 mark" })).toBeDisabled();
    await here.getByLabel(/^Why:/).fill("One page was overlooked.");
    await here.getByRole("button", { name: "Write 1 mark" }).click();
    await expect(here.getByText("1 mark written.")).toBeVisible();
    expect((await gradeOf(ines, placeOf(chloe)))?.total).toBe("8");
  });

  await test.step("and takes back only what it wrote itself", async () => {
    await panel("marks.csv").getByRole("button", { name: "Take it all back" }).click();
    await expect(panel("marks.csv").getByText("1 of 1 put back.")).toBeVisible();
    expect((await gradeOf(ines, placeOf(chloe)))?.total).toBe("5");
    expect((await gradeOf(ines, placeOf(rafael)))?.total).toBe("7");
  });
});
