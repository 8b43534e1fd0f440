import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>;

/** A student's stances, first to last. */
export type Journey = Outputs["stance"]["journeys"][number];
export type MovedBy = Outputs["stance"]["moved"][number];
export type EvidencePage = Outputs["evidence"]["page"];
export type UnansweredPrompt = Outputs["prompt"]["unanswered"][number];
export type ReadingName = EvidencePage["readings"][number];
