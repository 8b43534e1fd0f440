"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FlowPage } from "@/components/stance/shapes";
import { DeskContext } from "./desk-context";
import { MatrixDesk } from "./matrix-desk";
import { NoFrame } from "./no-frame";
import { useSaid } from "./said";
import type { EvidencePage } from "./shapes";
import { useNews } from "./use-news";

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
  const { say, said } = useSaid();
  const { page, waiting } = useNews({ courseId, first, madeAt });
  const desk = useMemo(
    () => ({ courseId, meId, timeZone, staff, page, waiting, flow, say }),
    [courseId, meId, timeZone, staff, page, waiting, flow, say],
  );
  const hasFrame = page.positions.length > 0 && page.dimensions.length > 0;
  return (
    <DeskContext value={desk}>
      {hasFrame ? <MatrixDesk /> : <NoFrame title={t("head")} />}
      {said}
    </DeskContext>
  );
}
