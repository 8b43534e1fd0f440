import { z } from "zod";
import {
  differenceSchema,
  evidenceSchema,
  evidenceTalkSchema,
  stanceSchema,
  steelmanSchema,
} from "@/prisma/seed/content/argument-types";
import {
  categorySchema,
  extensionSchema,
  gradedFields,
  gradeSchema,
  phraseSchema,
  rubricSchema,
  sectionSchema,
} from "@/prisma/seed/content/grading-types";
import { blockNumber, day, key, prose } from "@/prisma/seed/content/parts";

export const courseSchema = z.strictObject({
  title: prose,
  subtitle: prose,
  term: prose,
  language: prose,
  timeZone: prose,
  joinCode: prose,
  /** Fewer people than this are not shown to classmates as a number. */
  smallestGroup: z.number().int().min(3).max(10),
  groups: z.array(prose).length(4),
  sections: z.array(sectionSchema),
  categories: z.array(categorySchema),
});

export const personSchema = z.strictObject({
  key,
  email: z.email(),
  name: prose,
  sortName: prose,
  role: z.enum(["instructor", "assistant", "student", "observer"]),
  group: prose.nullable(),
  locale: prose,
});

export const frameSchema = z.strictObject({
  positions: z
    .array(
      z.strictObject({
        key,
        name: prose,
        short: prose,
        line: prose,
        account: z.array(prose).min(2).max(3),
        /** Where it is set out, Markdown, one a line. */
        sources: z.array(prose).min(2),
        colour: z.enum(["pos-1", "pos-2", "pos-3", "pos-4", "pos-5"]),
      }),
    )
    .length(5),
  dimensions: z.array(z.strictObject({ key, name: prose, question: prose })).length(8),
  terms: z
    .array(
      z.strictObject({
        key,
        name: prose,
        gloss: prose,
        /** Words by which it is found in a text, by language. */
        forms: z.array(z.strictObject({ language: z.enum(["en", "zh", "ru"]), words: prose })).min(1),
      }),
    )
    .length(7),
});

export const blockSchema = z.strictObject({
  kind: z.enum(["heading", "paragraph", "quote", "table", "list", "footnote"]),
  text: prose,
  level: z.number().int().min(2).max(4).optional(),
  translation: z.strictObject({ zh: prose.optional(), ru: prose.optional() }).optional(),
});

export const readingSchema = z.strictObject({
  key,
  title: prose,
  deck: prose,
  byline: prose,
  source: prose,
  sourceDate: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
  language: prose,
  paragraphs: z.array(blockSchema),
});

export const assignmentSchema = z.strictObject({
  key,
  title: prose,
  instructions: prose,
  readings: z.array(key),
  prompts: z.array(key).min(1).max(2),
  state: z.enum(["released", "grading", "open", "upcoming"]),
  opensDay: day,
  dueDay: day,
  closesDay: day,
  points: z.number().positive(),
  visibility: z.enum(["open", "post-first", "closed"]),
  postFirst: z.number().int().min(0),
  /** Words that an own comment needs to count towards `postFirst`. */
  postFirstWords: z.number().int().min(0).default(0),
  names: z.enum(["named", "pseudonyms"]).optional(),
  groups: z.boolean(),
  ...gradedFields,
});

export const promptSchema = z.strictObject({
  key,
  assignment: key,
  kind: z.enum(["open", "weigh", "defend", "compare", "term"]),
  title: prose,
  body: prose,
  citationsMin: z.number().int().min(0),
  readingsMin: z.number().int().min(0),
  positionsMin: z.number().int().min(0),
  /** Positions that it is about: a passage has to be cited for each. */
  positions: z.array(key).default([]),
  dimension: key.optional(),
  term: key.optional(),
  wordsMin: z.number().int().min(0),
  wordsMax: z.number().int().min(0).default(0),
  repliesMin: z.number().int().min(0).default(0),
  postFirst: z.boolean().default(false),
  wholeClass: z.boolean().default(false),
  steelman: z.boolean().default(false),
});

export const commentSchema = z.strictObject({
  key,
  author: key,
  reading: key,
  paragraph: blockNumber,
  quote: prose.nullable(),
  /** Where the passage goes on in the blocks after its first. */
  spans: z.array(z.strictObject({ paragraph: blockNumber, quote: prose })).optional(),
  parent: key.nullable(),
  signal: z.enum(["question", "insight", "challenge", "term"]).nullable(),
  audience: z.enum(["group", "private", "instructors"]),
  /** Empty for a highlight. */
  body: z.string().trim(),
  day,
});

/** What was said of the threads: which reply answered a question, what staff keep in sight, what came to its end. */
export const marksSchema = z.strictObject({
  answers: z.record(key, key),
  pinned: z.array(z.strictObject({ comment: key, by: key })),
  resolved: z.array(key),
});

export const responseSchema = z.strictObject({
  key,
  author: key,
  prompt: key,
  position: key.nullable(),
  body: prose,
  day,
  replies: z.array(
    z.strictObject({
      key,
      author: key,
      relation: z.enum(["agree", "challenge", "ask"]),
      body: prose,
      day,
    }),
  ),
});

export const demoSchema = z.strictObject({
  course: courseSchema,
  people: z.array(personSchema),
  frame: frameSchema,
  readings: z.array(readingSchema).length(5),
  assignments: z.array(assignmentSchema).length(4),
  prompts: z.array(promptSchema),
  rubrics: z.array(rubricSchema),
  comments: z.array(commentSchema),
  marks: marksSchema,
  responses: z.array(responseSchema),
  stances: z.array(stanceSchema),
  evidence: z.array(evidenceSchema),
  evidenceTalk: evidenceTalkSchema,
  differences: z.array(differenceSchema),
  steelmen: z.array(steelmanSchema),
  extensions: z.array(extensionSchema),
  grades: z.array(gradeSchema),
  phrases: z.array(phraseSchema),
});

export type Demo = z.infer<typeof demoSchema>;
export type DemoReading = z.infer<typeof readingSchema>;
export type DemoComment = z.infer<typeof commentSchema>;
export type DemoPerson = z.infer<typeof personSchema>;
