import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Stance = inferRouterOutputs<AppRouter>["stance"];

export type StanceView = Stance["mine"][number];
/** What stating a stance needs. */
export type StanceDesk = Stance["desk"];
export type PositionView = StanceDesk["positions"][number];
export type ReadingName = StanceDesk["readings"][number];
export type MovingPassage = NonNullable<StanceView["movedBy"]>;
/** How the class moved, with no more in it than may be shown. */
export type FlowPage = Stance["flow"];
export type Flow = NonNullable<FlowPage["flow"]>;
export type Lane = Flow["lanes"][number];
