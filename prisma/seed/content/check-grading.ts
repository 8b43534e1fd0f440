import { rubricGap } from "@/domain/assignment/assignment";
import { countWords } from "@/domain/prompt/citation";
import { keysOf, missing, type Problem, repeated } from "@/prisma/seed/content/check-parts";
import type { DemoGrade } from "@/prisma/seed/content/grading-types";
import type { Demo } from "@/prisma/seed/content/types";

type Assignment = Demo["assignments"][number];

/** The due moment is at the end of its day, whenever the day of the first start began; an hour for clocks put back. */
const HOUR = 0.05;

const most = (rubric: Demo["rubrics"][number]) =>
  rubric.criteria.reduce((sum, one) => sum + Math.max(...one.levels.map((level) => level.points)), 0);

function assignmentProblems(demo: Demo): Problem[] {
  const categories = keysOf(demo.course.categories);
  return demo.assignments.flatMap((one) => {
    const rubric = demo.rubrics.find((each) => each.key === one.rubric);
    if (!rubric) return [`${one.key} names an unknown rubric`];
    const worth = { points: String(one.points), participationPoints: String(one.participationPoints) };
    const gap = rubricGap(worth, String(most(rubric)));
    return [
      ...missing(one.key, categories, [one.category]),
      ...(gap ? [`${one.key} wants a rubric of ${gap.wants} points, which has ${gap.has}`] : []),
    ];
  });
}

/** When this student's work is due, in days. */
function dueDay(demo: Demo, assignment: Assignment, student: string): number {
  const own = demo.extensions.filter((one) => one.assignment === assignment.key);
  const group = demo.people.find((person) => person.key === student)?.group;
  const found = own.find((one) => one.student === student) ?? own.find((one) => one.group === group);
  return found?.dueDay ?? assignment.dueDay;
}

/** What comes near the due moment would be late after one first start and in time after another. */
function timeProblems(demo: Demo): Problem[] {
  return demo.responses.flatMap(({ key, prompt, author, day }) => {
    const week = demo.assignments.find((one) => one.prompts.includes(prompt));
    if (!week) return [`${key} answers no prompt of an assignment`];
    const due = dueDay(demo, week, author);
    const isClear = day <= due - HOUR || day >= due + 1 + HOUR;
    return isClear ? [] : [`${key} is late or in time with the hour of the first start`];
  });
}

/** Who opens others' words by writing first has written enough of it. */
function postFirstProblems(demo: Demo): Problem[] {
  const students = demo.people.filter((person) => person.role === "student");
  return demo.assignments
    .filter((one) => one.visibility === "post-first" && one.state !== "upcoming")
    .flatMap((one) =>
      students.flatMap(({ key }) => {
        const long = demo.comments.filter(
          ({ author, reading, audience, body }) =>
            author === key &&
            audience === "group" &&
            one.readings.includes(reading) &&
            countWords(body) >= one.postFirstWords,
        );
        return long.length < one.postFirst ? [`${key} never opened others' words in ${one.key}`] : [];
      }),
    );
}

/** A remark is on a criterion of the rubric, or on what the student wrote in this assignment. */
function remarkProblems(demo: Demo, grade: DemoGrade, assignment: Assignment): Problem[] {
  const where = `Remark on ${grade.student}`;
  const own = {
    criterion: keysOf(demo.rubrics.find((one) => one.key === assignment.rubric)?.criteria ?? []),
    comment: keysOf(
      demo.comments.filter(
        ({ author, reading, audience }) =>
          author === grade.student && assignment.readings.includes(reading) && audience !== "private",
      ),
    ),
    response: keysOf(
      demo.responses.filter((one) => one.author === grade.student && assignment.prompts.includes(one.prompt)),
    ),
  };
  return grade.remarks.flatMap(({ on, key }) => missing(where, own[on], [key]));
}

function gradeProblems(demo: Demo): Problem[] {
  const people = keysOf(demo.people);
  const staff = new Set(demo.people.filter((one) => one.role !== "student").map((one) => one.key));
  return demo.grades.flatMap((grade) => {
    const where = `Grade of ${grade.student}`;
    const assignment = demo.assignments.find((one) => one.key === grade.assignment);
    const rubric = demo.rubrics.find((one) => one.key === assignment?.rubric);
    if (!assignment || !rubric) return [`${where} is for no assignment`];
    const marked = [grade.levels, ...grade.acts.flatMap((act) => (act.levels ? [act.levels] : []))];
    const whole = marked.every((levels) => Object.keys(levels).length === rubric.criteria.length);
    const [first] = grade.asked;
    return [
      ...missing(where, people, [grade.student, ...grade.asked.map((word) => word.by)]),
      ...missing(where, staff, [grade.grader, ...grade.acts.map((act) => act.by)]),
      ...marked.flatMap((levels) => missing(where, keysOf(rubric.criteria), Object.keys(levels))),
      ...(grade.released && grade.standing === "graded" && !whole ? [`${where} is incomplete`] : []),
      ...(first && (!grade.released || first.by !== grade.student) ? [`${where} was not asked about`] : []),
      ...remarkProblems(demo, grade, assignment),
    ];
  });
}

/** What does not hold together in points, dates and grades. */
export function gradingProblems(demo: Demo): Problem[] {
  const groups = new Set(demo.course.groups);
  return [
    ...repeated(
      "Phrase",
      demo.phrases.map((one) => one.body),
    ),
    ...repeated(
      "Remark",
      demo.grades.flatMap((one) => one.remarks.map((remark) => remark.body)),
    ),
    ...repeated(
      "Section of",
      demo.course.sections.flatMap((section) => section.groups),
    ),
    ...demo.course.sections.flatMap((section) => missing(section.name, groups, section.groups)),
    ...demo.extensions.flatMap((one) => [
      ...missing("An extension", keysOf(demo.assignments), [one.assignment]),
      ...missing("An extension", keysOf(demo.people), [one.student, one.by]),
      ...missing("An extension", groups, [one.group]),
      ...((one.student === undefined) === (one.group === undefined)
        ? ["An extension is for one of the two"]
        : []),
    ]),
    ...assignmentProblems(demo),
    ...timeProblems(demo),
    ...postFirstProblems(demo),
    ...gradeProblems(demo),
  ];
}
