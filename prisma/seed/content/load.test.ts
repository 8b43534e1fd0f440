import { describe, expect, it } from "vitest";
import { demoProblems } from "@/prisma/seed/content/check";
import { writtenCitations } from "@/prisma/seed/content/citations";
import { loadDemo } from "@/prisma/seed/content/load";

const demo = await loadDemo();

describe("the demo course", () => {
  it("has a cast of twenty-four in four groups of six, with staff and a visitor", () => {
    const students = demo.people.filter((person) => person.role === "student");
    expect(students).toHaveLength(24);
    for (const group of demo.course.groups)
      expect(students.filter((one) => one.group === group)).toHaveLength(6);
    expect(demo.people.filter((person) => person.role !== "student")).toHaveLength(3);
    const groupOf = (name: string) => demo.people.find((person) => person.key === name)?.group;
    expect([groupOf("ada"), groupOf("liming")]).toEqual(["Group B", "Group B"]);
  });

  it("has readings of twelve to twenty paragraphs that show every kind of block", () => {
    const kinds = new Set(demo.readings.flatMap((one) => one.paragraphs.map((block) => block.kind)));
    expect([...kinds].sort()).toEqual(["footnote", "heading", "list", "paragraph", "quote", "table"]);
    for (const reading of demo.readings) {
      const length = reading.paragraphs.filter((block) => block.kind !== "heading").length;
      expect(length, reading.key).toBeGreaterThanOrEqual(12);
      expect(length, reading.key).toBeLessThanOrEqual(20);
    }
  });

  it("has one reading wholly in Chinese beside the English, and one in Russian", () => {
    const whole = (language: "zh" | "ru") =>
      demo.readings
        .filter((one) => one.paragraphs.every((block) => block.translation?.[language]))
        .map((one) => one.key);
    expect(whole("zh")).toEqual(["meetings"]);
    expect(whole("ru")).toEqual(["concert"]);
  });

  it("has talk enough to look at on every reading", () => {
    expect(demo.comments.length).toBeGreaterThanOrEqual(300);
    for (const { key } of demo.readings)
      expect(demo.comments.filter((one) => one.reading === key).length, key).toBeGreaterThanOrEqual(30);
    expect(demo.responses.length).toBeGreaterThanOrEqual(60);
  });

  it("has all five readings open, and an assignment of each state", () => {
    const open = demo.assignments.filter((one) => one.state !== "upcoming");
    expect(open.flatMap((one) => one.readings)).toEqual(demo.readings.map((one) => one.key));
    expect(demo.assignments.map((one) => one.state)).toEqual(["released", "grading", "open", "upcoming"]);
  });

  it("has every week's grade of the first assignment released, and some of the second in draft", () => {
    const of = (assignment: string) => demo.grades.filter((grade) => grade.assignment === assignment);
    expect(of("week-1")).toHaveLength(24);
    expect(of("week-1").every((grade) => grade.released)).toBe(true);
    expect(of("week-2").length).toBeGreaterThanOrEqual(8);
    expect(of("week-2").some((grade) => grade.released)).toBe(false);
  });

  it("finds a quotation that is not in its passage", () => {
    const [first, ...rest] = demo.comments;
    if (!first) throw new Error("There are no comments");
    const wrong = { ...demo, comments: [{ ...first, quote: "words that nobody wrote" }, ...rest] };
    expect(demoProblems(wrong)).toEqual([expect.stringContaining("words that nobody wrote")]);
  });
});

describe("written citations", () => {
  it("are read in order, with their block and for whom they are cited", () => {
    expect(writtenCitations("See [[code ¶7]] and [[ballast ¶12 Charter]].")).toEqual([
      { reading: "code", paragraph: 7, about: null, raw: "[[code ¶7]]" },
      { reading: "ballast", paragraph: 12, about: "Charter", raw: "[[ballast ¶12 Charter]]" },
    ]);
  });
});
