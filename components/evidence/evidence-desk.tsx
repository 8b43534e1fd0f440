"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/components/trpc/client";
import { DeskContext } from "./desk-context";
import { MatrixDesk } from "./matrix-desk";
import { NoFrame } from "./no-frame";
import { useSaid } from "./said";
import type { EvidencePage } from "./shapes";

interface EvidenceDeskProps {
  courseId: string;
  meId: string;
  timeZone: string;
  staff: boolean;
  /** As the page was made with it; asked for again after each change. */
  first: EvidencePage;
}

/** The matrix, and beside it what is open of it. */
export function EvidenceDesk({ courseId, meId, timeZone, staff, first }: EvidenceDeskProps) {
  const t = useTranslations("evidence");
  const trpc = useTRPC();
  const { say, said } = useSaid();
  const { data: page } = useQuery(
    trpc.evidence.page.queryOptions(
      { courseId },
      { initialData: first, staleTime: 0, refetchOnMount: false },
    ),
  );
  const desk = useMemo(
    () => ({ courseId, meId, timeZone, staff, page, say }),
    [courseId, meId, timeZone, staff, page, say],
  );
  const hasFrame = page.positions.length > 0 && page.dimensions.length > 0;
  return (
    <DeskContext value={desk}>
      {hasFrame ? <MatrixDesk /> : <NoFrame title={t("head")} />}
      {said}
    </DeskContext>
  );
}
