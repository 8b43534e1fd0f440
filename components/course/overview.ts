import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

/** The course as its page shows it. */
export type Overview = inferRouterOutputs<AppRouter>["course"]["overview"];
