import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type NotificationPage = inferRouterOutputs<AppRouter>["notification"]["list"];
export type NotificationItem = NotificationPage["items"][number];
