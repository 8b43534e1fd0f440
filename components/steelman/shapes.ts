import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type Steelmen = inferRouterOutputs<AppRouter>["steelman"]["ofPrompt"];
export type Steelman = Steelmen["steelmen"][number];

export interface Position {
  id: string;
  name: string;
  short: string;
  colour: string;
}

/** Where the steelmen are, and who looks at them. */
export interface SteelmanPlace {
  courseId: string;
  promptId: string;
  meId: string;
  positions: readonly Position[];
  timeZone: string;
}
