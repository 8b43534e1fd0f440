"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { FlowLegend } from "@/components/stance/flow-legend";
import { FlowBesideRows, FlowPicture } from "@/components/stance/flow-picture";
import type { FlowPage } from "@/components/stance/shapes";
import { useTRPC } from "@/components/trpc/client";
import { useEvidenceDesk } from "../desk-context";
import { useRowCentres } from "./use-row-centres";

/** How the class moved, as far as it may be shown; null where nothing of it may, or nobody has said anything. */
export function useClassFlow(): FlowPage | null {
  const { flow } = useEvidenceDesk();
  return flow?.flow?.total ? flow : null;
}

function useOwnPath() {
  const trpc = useTRPC();
  const { courseId, staff } = useEvidenceDesk();
  return useQuery(trpc.stance.mine.queryOptions({ courseId }, { enabled: !staff })).data;
}

interface FlowBesideProps {
  flow: FlowPage;
  table: RefObject<HTMLTableElement | null>;
}

/** How the class moved, on the rows of the matrix. */
export function FlowBeside({ flow, table }: FlowBesideProps) {
  const t = useTranslations("evidence.flow");
  const { page } = useEvidenceDesk();
  const own = useOwnPath();
  const { rows, height, above } = useRowCentres(table, page.positions.map(({ id }) => id).join(" "));
  return (
    <figure className="ev-flow" aria-label={t("title")}>
      <div className="ev-flow-h" style={above > 0 ? { height: above } : undefined} aria-hidden="true">
        <p>
          <b>{t("title")}</b> <span>{t("students", { count: flow.flow?.total ?? 0 })}</span>
        </p>
        <p className="ends">
          <span>{t("first")}</span>
          <span>{t("now")}</span>
        </p>
      </div>
      {height > 0 && <FlowBesideRows flow={flow} rows={rows} height={height} own={own} />}
    </figure>
  );
}

/** What the marks of `FlowBeside` mean. */
export function FlowNote({ flow }: { flow: FlowPage }) {
  const { courseId } = useEvidenceDesk();
  const own = useOwnPath();
  return (
    <div className="ev-flow-note">
      <FlowLegend courseId={courseId} page={flow} own={own} />
    </div>
  );
}

/** How the class moved, by itself: where there is no room beside the matrix. */
export function FlowUnder({ flow }: { flow: FlowPage }) {
  const { courseId } = useEvidenceDesk();
  const own = useOwnPath();
  return (
    <div className="ev-flow-under">
      <FlowPicture courseId={courseId} flow={flow} own={own} />
    </div>
  );
}
