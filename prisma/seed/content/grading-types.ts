import { z } from "zod";
import { latePolicy, noLatePolicy } from "@/domain/grading/late";
import { participationPolicy } from "@/domain/participation/policy";
import { day, key, prose } from "@/prisma/seed/content/parts";

/** What an assignment says about its points. */
export const gradedFields = {
  rubric: key,
  category: key,
  weight: z.number().positive().default(1),
  participationPoints: z.number().min(0).default(0),
  participation: participationPolicy.optional(),
  late: latePolicy.default(noLatePolicy),
  showsDistribution: z.boolean().default(false),
};

export const sectionSchema = z.strictObject({ name: prose, groups: z.array(prose).min(1) });

export const categorySchema = z.strictObject({
  key,
  name: prose,
  weight: z.number().min(0).max(100),
  dropLowest: z.number().int().min(0),
});

export const rubricSchema = z.strictObject({
  key,
  title: prose,
  criteria: z
    .array(
      z.strictObject({
        key,
        name: prose,
        description: prose,
        levels: z
          .array(z.strictObject({ name: prose, description: prose, points: z.number().min(0) }))
          .length(5),
      }),
    )
    .length(4),
});

/** Criterion key to the index of the chosen level, counted from 0. */
const levels = z.record(key, z.number().int().min(0).max(4));

/** What was done with a grade besides its first save and its release with the others. */
const actSchema = z.strictObject({
  act: z.enum(["save", "release", "recall", "undo"]),
  by: key,
  day,
  levels: levels.optional(),
  feedback: prose.optional(),
  reason: prose.optional(),
});

export const gradeSchema = z.strictObject({
  assignment: key,
  student: key,
  levels,
  feedback: prose,
  standing: z.enum(["graded", "missing", "excused"]).default("graded"),
  /** What is suggested, unless a person gave something else, or nothing yet. */
  participation: z
    .union([z.enum(["suggested", "later"]), z.strictObject({ points: z.number().min(0), why: prose })])
    .default("suggested"),
  remarks: z
    .array(z.strictObject({ on: z.enum(["criterion", "comment", "response"]), key, body: prose }))
    .default([]),
  released: z.boolean(),
  grader: key,
  acts: z.array(actSchema).default([]),
  /** The thread of whoever asked for another look. */
  asked: z.array(z.strictObject({ by: key, day, body: prose })).default([]),
});

/** Other dates for one student, or for one group. */
export const extensionSchema = z.strictObject({
  assignment: key,
  student: key.optional(),
  group: prose.optional(),
  dueDay: day,
  closesDay: day,
  by: key,
  day,
  reason: prose,
});

/** Inés keeps these to say again. */
export const phraseSchema = z.strictObject({
  body: prose,
  shared: z.boolean(),
  uses: z.number().int().min(0),
  day,
});

export type DemoGrade = z.infer<typeof gradeSchema>;
