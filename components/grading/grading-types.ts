import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>;

/** The desk: the queue, and what one student has written and been given. */
export type GradePage = Outputs["grade"]["page"];
export type QueueStudent = GradePage["students"][number];
export type GradeView = Outputs["grade"]["save"];

export type PromptWork = Outputs["grade"]["byPrompt"];
export type Beside = Outputs["grade"]["beside"];
export type Subject = NonNullable<GradePage["subject"]>;
export type ReadingWork = Subject["readings"][number];
export type ParagraphWork = ReadingWork["paragraphs"][number];
export type Gloss = ParagraphWork["glosses"][number];
export type ResponseWork = Subject["responses"][number];
export type Said = ResponseWork["replies"][number];
