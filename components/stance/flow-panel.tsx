"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { FlowPicture } from "./flow-picture";
import type { FlowPage, StanceView } from "./shapes";
import "./stance.css";

interface FlowPanelProps {
  courseId: string;
  /** What the server knew when it drew the page; fetched where it is left out. */
  initial?: FlowPage;
  own?: readonly StanceView[];
}

/** The class's flow under its heading, or why it is not shown. */
export function FlowPanel({ courseId, initial, own }: FlowPanelProps) {
  const t = useTranslations("stance.flow");
  const trpc = useTRPC();
  const { data: page } = useQuery(
    trpc.stance.flow.queryOptions({ courseId }, initial ? { initialData: initial } : {}),
  );
  if (!page || page.positions.length === 0 || page.withheld === "not-shown") return null;
  return (
    <section className="flow-panel" aria-labelledby="flow-title">
      <h2 className="kick" id="flow-title">
        {t("title")}
      </h2>
      {page.withheld ? (
        <p className="soft">{t("sayFirst")}</p>
      ) : (
        <FlowPicture courseId={courseId} flow={page} own={own} />
      )}
    </section>
  );
}
