"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FlowPage } from "@/components/stance/shapes";
import { useTRPC } from "@/components/trpc/client";
import { DeskContext } from "./desk-context";
import { MatrixDesk } from "./matrix-desk";
import { NoFrame } from "./no-frame";
import { useSaid } from "./said";
import type { EvidencePage } from "./shapes";

/** Somebody who comes from the text has just added to it. Milliseconds. */
const FRESH = 5_000;

interface EvidenceDeskProps {
  courseId: string;
  meId: string;
  timeZone: string;
  staff: boolean;
  /** As the page was made with it; asked for again after each change. */
  first: EvidencePage;
  /** When it was made; milliseconds since 1970. */
  madeAt: number;
  flow: FlowPage;
}

/** The matrix, and beside it what is open of it. */
export function EvidenceDesk({ courseId, meId, timeZone, staff, first, madeAt, flow }: EvidenceDeskProps) {
  const t = useTranslations("evidence");
  const trpc = useTRPC();
  const { say, said } = useSaid();
  const { data: page } = useQuery(
    trpc.evidence.page.queryOptions(
      { courseId },
      { initialData: first, initialDataUpdatedAt: madeAt, staleTime: FRESH },
    ),
  );
  const desk = useMemo(
    () => ({ courseId, meId, timeZone, staff, page, flow, say }),
    [courseId, meId, timeZone, staff, page, flow, say],
  );
  const hasFrame = page.positions.length > 0 && page.dimensions.length > 0;
  return (
    <DeskContext value={desk}>
      {hasFrame ? <MatrixDesk /> : <NoFrame title={t("head")} />}
      {said}
    </DeskContext>
  );
}
