"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Dialog } from "@/components/ui/dialog";
import type { PositionView, ReadingName, StanceView } from "./shapes";
import { StanceForm } from "./stance-form";
import type { When } from "./use-stance-draft";
import "./stance.css";

interface StanceDialogProps {
  courseId: string;
  me: string;
  positions: PositionView[];
  readings: ReadingName[];
  stances: readonly StanceView[];
  when: When;
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
}

/** The form, in a dialog; what is stated in it appears wherever this person's path is shown. */
export function StanceDialog({ stances, trigger, ...form }: StanceDialogProps) {
  const t = useTranslations("stance");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { courseId } = form;

  const taken = (stance: StanceView) => {
    const added = (held: readonly StanceView[]) =>
      held.some(({ id }) => id === stance.id) ? [...held] : [...held, stance];
    client.setQueryData(trpc.stance.mine.queryKey({ courseId }), (held) => held && added(held));
    client.setQueryData(
      trpc.stance.desk.queryKey({ courseId }),
      (held) => held && { ...held, stances: added(held.stances) },
    );
    client.invalidateQueries({ queryKey: trpc.stance.flow.queryKey({ courseId }) });
    setOpen(false);
  };

  return (
    <Dialog
      title={t("dialog")}
      description={t("appended")}
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
    >
      <StanceForm {...form} last={stances.at(-1)} onTaken={taken} onCancel={() => setOpen(false)} />
    </Dialog>
  );
}
