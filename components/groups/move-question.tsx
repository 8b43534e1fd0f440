"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";

interface MoveQuestionProps {
  /** Who would go where; null asks nothing. */
  asked: { name: string; from: string; to: string } | null;
  onAnswer: (yes: boolean) => void;
}

/** Asks before somebody is parted from what they wrote. */
export function MoveQuestion({ asked, onAnswer }: MoveQuestionProps) {
  const t = useTranslations("groups.ask");
  const ui = useTranslations("ui");
  if (!asked) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onAnswer(false)}
      title={t("title", asked)}
      description={t("about", asked)}
    >
      <div className="acts">
        <button type="button" className="btn" onClick={() => onAnswer(false)}>
          {ui("cancel")}
        </button>
        <button type="button" className="btn go" onClick={() => onAnswer(true)}>
          {t("act")}
        </button>
      </div>
    </Dialog>
  );
}
