import { z } from "zod";
import { visibilities } from "@/domain/access/discussion";
import { type AssignmentDraft, type PromptDraft, promptKinds } from "@/domain/assignment/assignment";
import { namings } from "@/domain/comment/voice";
import { noLatePolicy } from "@/domain/grading/late";
import { defaultParticipation } from "@/domain/participation/policy";

export const promptForm = z.object({
  id: z.string(),
  kind: z.enum(promptKinds),
  title: z.string(),
  body: z.string(),
  citationsMin: z.number(),
  readingsMin: z.number(),
  wordsMin: z.number(),
  // A form that was kept on a device before these were there asks none of them.
  wordsMax: z.number().default(0),
  positionsMin: z.number().default(0),
  repliesMin: z.number().default(0),
  positions: z.array(z.string()).default([]),
  dimensionId: z.string().nullable().default(null),
  termId: z.string().nullable().default(null),
  postFirst: z.boolean().default(false),
  pseudonyms: z.boolean().default(false),
  wholeClass: z.boolean().default(false),
  steelman: z.boolean().default(false),
});

/** As domain/grading/rubric has it, before it is judged. */
export const rubricForm = z.object({
  title: z.string(),
  holistic: z.boolean().optional(),
  criteria: z.array(
    z.object({
      id: z.string().optional(),
      name: z.string(),
      description: z.string().optional(),
      levels: z.array(z.object({ id: z.string().optional(), name: z.string(), points: z.string() })),
    }),
  ),
});

/** As domain/grading/late has it, before it is judged: what is being typed must come back from the device as it was. */
const lateForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("grace"), graceMinutes: z.number() }),
  z.object({
    kind: z.literal("perDay"),
    graceMinutes: z.number(),
    percent: z.number(),
    floor: z.number(),
  }),
  z.object({
    kind: z.literal("steps"),
    graceMinutes: z.number(),
    steps: z.array(z.object({ days: z.number(), kept: z.number() })),
    floor: z.number(),
  }),
]);

const counted = z.object({ weight: z.number(), wanted: z.number() });

/** As domain/participation/policy has it, before it is judged. */
const participationForm = z.object({
  minWords: z.number(),
  comments: counted,
  spread: counted,
  timeliness: z.object({ weight: z.number() }),
  replies: z.object({ weight: z.number(), given: z.number(), received: z.number() }),
  citations: counted,
  evidence: counted,
});

/** An assignment as it is being written: times as the course's clock shows them, numbers as they are typed. */
export const assignmentForm = z.object({
  id: z.string(),
  title: z.string(),
  instructions: z.string(),
  readings: z.array(z.object({ id: z.string(), versionId: z.string() })),
  prompts: z.array(promptForm),
  rubric: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("existing"), id: z.string() }),
    /** `draft` is null while it is the one the product proposes: it follows the points. */
    z.object({ kind: z.literal("new"), id: z.string(), draft: rubricForm.nullable() }),
  ]),
  points: z.string(),
  opens: z.string(),
  due: z.string(),
  closes: z.string(),
  groupSetId: z.string().nullable(),
  visibility: z.enum(visibilities),
  postFirst: z.number(),
  /** A form that was kept on a device before there was a choice names everybody. */
  names: z.enum(namings).default("named"),
  // A form that was kept on a device before these were there takes what an assignment begins with.
  postFirstWords: z.number().default(0),
  privateNotes: z.boolean().default(true),
  blind: z.boolean().default(false),
  participationPoints: z.string().default("0"),
  participation: participationForm.default(defaultParticipation),
  latePolicy: lateForm.default(noLatePolicy),
  categoryId: z.string().nullable().default(null),
  weight: z.string().default("1"),
  showsDistribution: z.boolean().default(false),
});

export type AssignmentForm = z.infer<typeof assignmentForm>;
export type LateForm = z.infer<typeof lateForm>;
export type ParticipationForm = z.infer<typeof participationForm>;
export type PromptForm = z.infer<typeof promptForm>;

/** What the server holds, as far as the form needs it. */
export interface HeldAssignment extends AssignmentDraft {
  id: string;
  version: number;
  publishedAt: Date | null;
  begun: boolean;
  graded: boolean;
  /** The names of a blind assignment have been given back to staff. */
  namesShownAt: Date | null;
  /** `position` is the number that the course cites it by. */
  readings: { id: string; versionId: string; position: number; inUse: boolean }[];
  prompts: (PromptDraft & { inUse: boolean })[];
}
