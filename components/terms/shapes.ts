import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["term"];

export type TermList = Outputs["list"];
export type TermPage = Outputs["page"];
export type Term = Pick<TermPage["term"], "id" | "version" | "name" | "gloss" | "forms">;
export type Use = TermPage["readings"][number]["uses"][number];
export type Difference = TermPage["differences"][number];

/** A use as one chooses it: its place, and how it is called. */
export interface ChosenUse {
  readingId: string;
  paragraphId: string;
  reading: number;
  paragraph: number | null;
}
