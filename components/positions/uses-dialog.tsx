"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { Uses } from "./shapes";

const counts = ["evidence", "stances", "responses", "citations", "prompts", "steelmen"] as const;

interface Props {
  name: string;
  uses: Uses;
  onRemove: () => void;
  onClose: () => void;
}

/** Asks before something is taken out on which other things hang: what they are, in numbers. */
export function UsesDialog({ name, uses, onRemove, onClose }: Props) {
  const t = useTranslations("frame.edit");
  const ui = useTranslations("ui");
  const used = counts.filter((count) => uses[count] > 0);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("takeOutTitle", { name })}
      description={t("takeOutWhy")}
    >
      <ul className="fe-uses">
        {used.map((count) => (
          <li key={count}>{t(`uses.${count}`, { count: uses[count] })}</li>
        ))}
        {used.length === 0 && <li>{t("usesDrafts")}</li>}
      </ul>
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          {ui("cancel")}
        </button>
        <button
          type="button"
          className="btn danger"
          onClick={() => {
            onRemove();
            onClose();
          }}
        >
          {t("takeOut")}
        </button>
      </div>
    </Dialog>
  );
}
