import { readdirSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { blank } from "@/domain/grading/grade";
import { assist, at, type Course, join, makeCourse, prompt } from "../course";
import { expect, test } from "../fixtures";
import { members } from "../grading";
import { call } from "../scene";

/** What whoever asks is answered: the page, that there is none, or another address. */
type Answer = "page" | "none" | `to ${string}`;

const callers = ["nobody", "instructor", "assistant", "student", "observer", "stranger"] as const;

interface Addressed extends Course {
  termId: string;
}

interface Line {
  address: (course: Addressed) => string;
  answers: Record<(typeof callers)[number], Answer>;
}

const row = (line: string): Line["answers"] => {
  const said = line.split(/\s+/).map((word) => (word.startsWith("/") ? (`to ${word}` as const) : word));
  return Object.fromEntries(callers.map((caller, place) => [caller, said[place]])) as Line["answers"];
};

/** A page of a course: in the order of the members among the callers. */
const inCourse = (path: (course: Addressed) => string, line: string): Line => ({
  address: (course) => course.path + path(course),
  answers: row(`/sign-in ${line} none`),
});
const everyone = "page page page page";
const staff = "page page none none";

const anywhere = (address: string, line: string): Line => ({ address: () => address, answers: row(line) });
const signedIn = "/sign-in page page page page page";
const anybody = "page page page page page page";

/** Every page there is, by its file, and who is shown it. */
const pages: Record<string, Line> = {
  "account/page.tsx": anywhere("/account", signedIn),
  "courses/[courseId]/assignments/[assignmentId]/edit/page.tsx": inCourse(
    ({ assignmentId }) => `/assignments/${assignmentId}/edit`,
    staff,
  ),
  "courses/[courseId]/assignments/new/page.tsx": inCourse(() => "/assignments/new", staff),
  "courses/[courseId]/assignments/page.tsx": inCourse(() => "/assignments", staff),
  "courses/[courseId]/evidence/compare/page.tsx": inCourse(() => "/evidence/compare", everyone),
  "courses/[courseId]/evidence/page.tsx": inCourse(() => "/evidence", everyone),
  "courses/[courseId]/evidence/print/page.tsx": inCourse(() => "/evidence/print", everyone),
  "courses/[courseId]/frame/page.tsx": inCourse(() => "/frame", everyone),
  // With whoever comes first in its queue.
  "courses/[courseId]/grade/[assignmentId]/page.tsx": inCourse(
    ({ assignmentId }) => `/grade/${assignmentId}`,
    "/grade/ /grade/ none none",
  ),
  "courses/[courseId]/grade/page.tsx": inCourse(() => "/grade", "/grade/ /grade/ none none"),
  "courses/[courseId]/gradebook/page.tsx": inCourse(() => "/gradebook", "page page /grades none"),
  "courses/[courseId]/grades/[assignmentId]/page.tsx": inCourse(
    ({ assignmentId }) => `/grades/${assignmentId}`,
    "none none page none",
  ),
  "courses/[courseId]/grades/page.tsx": inCourse(() => "/grades", "/gradebook /gradebook page page"),
  "courses/[courseId]/insight/page.tsx": inCourse(() => "/insight", staff),
  "courses/[courseId]/page.tsx": inCourse(() => "", everyone),
  "courses/[courseId]/people/groups/page.tsx": inCourse(() => "/people/groups", staff),
  "courses/[courseId]/people/page.tsx": inCourse(() => "/people", "page page none page"),
  "courses/[courseId]/prompts/[promptId]/page.tsx": inCourse(
    ({ prompts }) => `/prompts/${at(prompts, 0)}`,
    everyone,
  ),
  "courses/[courseId]/prompts/page.tsx": inCourse(() => "/prompts", everyone),
  "courses/[courseId]/readings/[readingId]/page.tsx": inCourse(
    ({ readings }) => `/readings/${at(readings, 0).id}`,
    everyone,
  ),
  "courses/[courseId]/sources/[sourceId]/edit/page.tsx": inCourse(
    ({ readings }) => `/sources/${at(readings, 0).sourceId}/edit`,
    staff,
  ),
  "courses/[courseId]/sources/new/page.tsx": inCourse(() => "/sources/new", staff),
  "courses/[courseId]/sources/page.tsx": inCourse(() => "/sources", staff),
  "courses/[courseId]/terms/[termId]/page.tsx": inCourse(({ termId }) => `/terms/${termId}`, everyone),
  "courses/[courseId]/terms/page.tsx": inCourse(() => "/terms", everyone),
  "courses/new/page.tsx": anywhere("/courses/new", signedIn),
  "courses/page.tsx": anywhere("/courses", signedIn),
  "notifications/page.tsx": anywhere("/notifications", signedIn),
  "page.tsx": anywhere("/", "page /courses /courses /courses /courses /courses"),
  "sign-in/page.tsx": anywhere("/sign-in", anybody),
  "sign-up/page.tsx": anywhere("/sign-up", anybody),
  "unsubscribe/page.tsx": anywhere("/unsubscribe", anybody),
};

async function answerTo(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address, { maxRedirects: 0 });
  const status = answer.status();
  if (status === 200) return "page";
  if (status === 404) return "none";
  const to = answer.headers().location;
  return to ? `to ${new URL(to, "http://here").pathname}` : String(status);
}

test("every page is shown to whom it is for, and to nobody else", async ({ as, anybody: guest }) => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const found = files.filter((file) => /(^|\/)page\.tsx$/.test(file));
  expect(found.toSorted()).toEqual(Object.keys(pages).toSorted());

  const ines = await as("ines");
  const made = await makeCourse(ines, { prompts: [prompt()] });
  const { courseId, assignmentId } = made;
  const tomasz = await assist(as, made, "tomasz");
  const observer = await join(as, made, "luz");
  const [membershipId] = (await members(made)).flatMap(({ id, role }) => (role === "student" ? [id] : []));
  const change = { membershipId, role: "observer", withdrawn: false };
  await call(ines, "course.changeMember", { courseId, change });
  const rafael = await join(as, made, "rafael");
  const studentId = (await members(made)).find(({ role }) => role === "student")?.id ?? "";
  const grade = { ...blank, id: uuidv7(), assignmentId, studentId, version: 0, points: "8", reason: "" };
  await call(ines, "grade.save", { courseId, ...grade });
  await call(ines, "grade.release", { courseId, assignmentId, studentId, version: 1 });
  const termId = uuidv7();
  const forms = [{ language: "en", words: "treaty" }];
  const term = { id: termId, version: 0, name: "treaty", gloss: "Who signs one?", forms };
  await call(ines, "term.save", { courseId, term });

  const asked = {
    nobody: await guest(),
    instructor: ines,
    assistant: tomasz,
    student: rafael,
    observer,
    stranger: await as("wanjiru"),
  };
  for (const [file, { address, answers }] of Object.entries(pages)) {
    const path = address({ ...made, termId });
    for (const caller of callers) {
      const answered = await answerTo(asked[caller].request, path);
      const wanted = answers[caller];
      const isThat = wanted.startsWith("to ")
        ? answered.startsWith("to ") && answered.includes(wanted.slice(3))
        : answered === wanted;
      expect.soft(isThat ? wanted : answered, `${file} for ${caller}`).toBe(wanted);
    }
  }
});
