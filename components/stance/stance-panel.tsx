"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import type { PositionView, ReadingName, StanceView } from "./shapes";
import { StanceDialog } from "./stance-dialog";
import { StanceTrack } from "./stance-track";
import { useStandName } from "./use-stand-name";
import "./stance.css";

interface StancePanelProps {
  courseId: string;
  /** The person's membership. */
  me: string;
  timeZone: string;
  initial: StanceView[];
  positions: PositionView[];
  readings: ReadingName[];
}

/** Where a student has stood so far, shown to no classmate by name, and a way to say it anew. */
export function StancePanel({ courseId, me, timeZone, initial, positions, readings }: StancePanelProps) {
  const t = useTranslations("stance");
  const trpc = useTRPC();
  const nameOf = useStandName();
  const { data: stances } = useQuery(trpc.stance.mine.queryOptions({ courseId }, { initialData: initial }));
  const last = stances.at(-1);

  return (
    <section className="stance" aria-labelledby="stance-title">
      <h2 className="kick" id="stance-title">
        {t("title")}
      </h2>
      {stances.length > 0 && (
        <StanceTrack
          courseId={courseId}
          stances={stances}
          positions={positions}
          readings={readings}
          timeZone={timeZone}
        />
      )}
      <div className="moved">
        <span>{last ? t("now", { position: nameOf(last), level: last.confidence }) : t("notYet")}</span>
        <StanceDialog
          courseId={courseId}
          me={me}
          positions={positions}
          readings={readings}
          stances={stances}
          when={last ? "after" : "before"}
          trigger={
            <button className="btn" type="button">
              {last ? t("again") : t("first")}
            </button>
          }
        />
      </div>
    </section>
  );
}
