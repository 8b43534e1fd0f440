"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "./dialog";

export interface KeyHint {
  keys: string[];
  label: string;
}

interface KeysDialogProps {
  keys: KeyHint[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every key of a page. */
export function KeysDialog({ keys, open, onOpenChange }: KeysDialogProps) {
  const t = useTranslations("ui");
  return (
    <Dialog title={t("allKeys")} open={open} onOpenChange={onOpenChange}>
      <dl className="keylist">
        {keys.map((hint) => (
          <div key={hint.label}>
            <dt>
              {hint.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{hint.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
