"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { FlowPanel } from "./flow-panel";
import type { StanceView } from "./shapes";

/** How the class moved, with one's own path as it was last stated. */
export function OwnFlow({ courseId, initial }: { courseId: string; initial: StanceView[] }) {
  const trpc = useTRPC();
  const { data: own } = useQuery(trpc.stance.mine.queryOptions({ courseId }, { initialData: initial }));
  return <FlowPanel courseId={courseId} own={own} />;
}
