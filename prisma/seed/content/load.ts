import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { demoProblems } from "@/prisma/seed/content/check";
import { type Demo, demoSchema } from "@/prisma/seed/content/types";

const READING_KEYS = ["code", "meetings", "concert", "ballast", "company"];
const HERE = import.meta.dirname ?? join(process.cwd(), "prisma/seed/content");

async function json(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(HERE, name), "utf8"));
}

/**
 * Reads the demo course from the JSON beside this file, in the order in which it is taught.
 * @throws if a file does not match its schema, or a reference, quotation or count does not hold.
 */
export async function loadDemo(): Promise<Demo> {
  const demo = demoSchema.parse({
    course: await json("course.json"),
    people: await json("people.json"),
    frame: await json("frame.json"),
    readings: await Promise.all(READING_KEYS.map((name) => json(`readings/${name}.json`))),
    assignments: await json("assignments.json"),
    prompts: await json("prompts.json"),
    rubrics: await json("rubrics.json"),
    comments: await json("comments.json"),
    marks: await json("marks.json"),
    responses: await json("responses.json"),
    stances: await json("stances.json"),
    evidence: await json("evidence.json"),
    evidenceTalk: await json("evidence-talk.json"),
    differences: await json("differences.json"),
    steelmen: await json("steelmen.json"),
    extensions: await json("extensions.json"),
    grades: await json("grades.json"),
    phrases: await json("phrases.json"),
  });
  const problems = demoProblems(demo);
  if (problems.length > 0) throw new Error(`The demo course does not hold together:\n${problems.join("\n")}`);
  return demo;
}
