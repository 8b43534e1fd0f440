import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["frame"];

export type FramePage = Outputs["page"];
export type Uses = Outputs["uses"]["positions"][number];
