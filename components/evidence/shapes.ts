import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["evidence"];

export type EvidencePage = Outputs["page"];
export type Versus = Outputs["versus"];
export type PositionView = EvidencePage["positions"][number];
export type DimensionView = EvidencePage["dimensions"][number];
