"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Dialog } from "@/components/ui/dialog";
import type { PositionView, StanceView } from "./shapes";
import { StanceForm } from "./stance-form";
import { StanceTrack } from "./stance-track";

interface StancePanelProps {
  courseId: string;
  timeZone: string;
  initial: StanceView[];
  positions: PositionView[];
  readings: { id: string; number: number; title: string }[];
}

/** Where a student has stood so far, and a way to say it anew. Shown to nobody else by name. */
export function StancePanel({ courseId, timeZone, initial, positions, readings }: StancePanelProps) {
  const t = useTranslations("stance");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const options = trpc.stance.mine.queryOptions({ courseId }, { initialData: initial });
  const { data: stances } = useQuery(options);
  const last = stances.at(-1);
  const position = positions.find((each) => each.id === last?.positionId);

  const taken = (stance: StanceView) => {
    client.setQueryData(options.queryKey, (held) => [...(held ?? []), stance]);
    setOpen(false);
  };

  return (
    <section className="stance" aria-labelledby="stance-title">
      <h2 className="kick" id="stance-title">
        {t("title")}
      </h2>
      {stances.length > 0 && (
        <StanceTrack stances={stances} positions={positions} readings={readings} timeZone={timeZone} />
      )}
      <div className="moved">
        <span>
          {last ? t("now", { position: position?.name ?? t("none"), level: last.confidence }) : t("notYet")}
        </span>
        <Dialog
          title={t("dialog")}
          description={t("appended")}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button className="btn" type="button">
              {last ? t("again") : t("first")}
            </button>
          }
        >
          <StanceForm
            courseId={courseId}
            positions={positions}
            readings={readings}
            last={last}
            onTaken={taken}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      </div>
    </section>
  );
}
