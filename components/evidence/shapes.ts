import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type EvidencePage = inferRouterOutputs<AppRouter>["evidence"]["page"];
export type EvidenceView = EvidencePage["evidence"][number];
