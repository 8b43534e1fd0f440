"use client";

import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { useState } from "react";
import { Dialog } from "./dialog";

interface ConfirmProps {
  title: string;
  description: string;
  /** What the button that does it says. */
  action: string;
  onConfirm: () => void;
  trigger: ReactElement<Record<string, unknown>>;
  danger?: boolean;
}

/** Asks before something that is not easily undone. */
export function Confirm({ title, description, action, onConfirm, trigger, danger = false }: ConfirmProps) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  return (
    <Dialog title={title} description={description} open={open} onOpenChange={setOpen} trigger={trigger}>
      <div className="acts">
        <button type="button" className="btn" onClick={() => setOpen(false)}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className={danger ? "btn danger" : "btn go"}
          onClick={() => {
            setOpen(false);
            onConfirm();
          }}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
