import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>;

export type PromptPage = Outputs["prompt"]["page"];
export type AssignmentPromptList = Outputs["prompt"]["list"][number];
export type PromptListItem = NonNullable<AssignmentPromptList["prompts"]>[number];
/** How far this person is with a prompt. */
export type PromptProgress = Outputs["prompt"]["progress"][number];
export type PositionView = PromptPage["positions"][number];
export type ResponseView = PromptPage["responses"][number];
/** What an answer said once. */
export type ResponseState = Outputs["response"]["history"][number];
/** An answer given to somebody to read. */
export type Handed = Outputs["response"]["next"][number];
