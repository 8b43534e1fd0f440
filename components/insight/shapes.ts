import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>;

/** A student's stances, first to last. */
export type Journey = Outputs["stance"]["journeys"][number];
export type MovedBy = Outputs["stance"]["moved"][number];
export type EvidencePage = Outputs["evidence"]["page"];
export type UnansweredPrompt = Outputs["prompt"]["unanswered"][number];
export type ReadingName = EvidencePage["readings"][number];

type Insight = Outputs["insight"];
/** What can be looked into. */
export type Choices = Insight["choices"];
export type ScopeReading = Choices["assignments"][number]["readings"][number];
export type Heat = Insight["heat"];
export type HeatParagraph = Heat["paragraphs"][number];
export type OpenQuestions = Insight["questions"];
export type OpenQuestion = OpenQuestions["questions"][number];
export type StudentBehind = Insight["behind"][number];
export type Replies = Insight["replies"];
export type Activity = Insight["activity"];
