import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["grade"];

/** A grade as its student sees it. */
export type Own = Outputs["own"];
export type OwnLine = Outputs["ownList"]["lines"][number];
export type OwnList = Outputs["ownList"];
