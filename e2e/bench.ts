import type { BrowserContextOptions, Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { type Course, join, makeCourse } from "./course";
import { makeAssignment, members, passagesOf, say } from "./grading";
import { call } from "./scene";

export type As = (person: string, options?: BrowserContextOptions) => Promise<Page>;

export const desk = (page: Page) => page.getByRole("form", { name: "Marks" });
export const feedback = (page: Page) => page.getByRole("textbox", { name: "Feedback", exact: true });
export const state = (page: Page) => desk(page).getByRole("status");
export const complaint = (page: Page) => desk(page).getByRole("alert");
/** Says that there are two, while they are to be settled. */
export const twoVersions = (page: Page) =>
  page.getByRole("alert").getByRole("heading", { name: /meanwhile$|while you were grading$/ });
export const who = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });
/** How the queue has somebody. */
export const row = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Grading queue" }).getByRole("link", { name: new RegExp(`^${name}`) });
/** A level of a criterion, from 1. */
export const level = (page: Page, criterion: string, number: number) =>
  desk(page)
    .getByRole("radiogroup", { name: criterion })
    .getByRole("radio", { name: new RegExp(`^${number}\\.`) });

const levels = [
  { name: "Some", points: "2" },
  { name: "Much", points: "5" },
];
const criteria = ["Care", "Courage"].map((name) => ({ name, description: "", levels }));

export interface Bench {
  course: Course;
  assignmentId: string;
  rubricId: string;
  /** Of the queue. */
  path: string;
  ada: Page;
  /** What Ada said. */
  commentId: string;
  adaId: string;
  zofiaId: string;
}

/** Ada and Zofia have said something, to be graded by two criteria with two levels each. */
export async function toBeGraded(as: As): Promise<Bench> {
  const course = await makeCourse(await as("ines"));
  const { courseId, ines } = course;
  const rubricId = uuidv7();
  await call(ines, "rubric.create", { courseId, id: rubricId, rubric: { title: "Talk", criteria } });
  const assignmentId = await makeAssignment(course, "The two columns", { rubricId });
  const [passage] = await passagesOf(course, assignmentId);
  if (!passage) throw new Error("The reading has no paragraph.");
  const ada = await join(as, course, "ada");
  const commentId = await say(ada, courseId, passage, "Who held the pen on the last evening?");
  await say(await join(as, course, "zofia"), courseId, passage, "And who sharpened it?");
  const people = await members(course);
  const idOf = (name: string) => people.find((member) => member.name === name)?.id ?? "";
  return {
    course,
    assignmentId,
    rubricId,
    path: `${course.path}/grade/${assignmentId}`,
    ada,
    commentId,
    adaId: idOf("Ada Okafor"),
    zofiaId: idOf("Zofia Wróbel"),
  };
}

/** Somebody takes a criterion out of the rubric. */
export async function withoutCriterion({ course, rubricId }: Bench, name: string): Promise<void> {
  const { courseId, ines } = course;
  interface Rubric {
    id: string;
    title: string;
    holistic: boolean;
    version: number;
    criteria: { name: string }[];
  }
  const rubrics = await call<Rubric[]>(ines, "rubric.list", { courseId }, "query");
  const rubric = rubrics.find(({ id }) => id === rubricId);
  if (!rubric) throw new Error("The rubric is gone.");
  const { version, ...rest } = rubric;
  const left = { ...rest, criteria: rubric.criteria.filter((one) => one.name !== name) };
  await call(ines, "rubric.save", { courseId, id: rubricId, version, rubric: left, reason: "" });
}
