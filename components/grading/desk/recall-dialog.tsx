"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { MAX_REASON } from "@/domain/grading/grade";

/** Takes a released grade back, once a reason is given that the student will see. */
export function RecallDialog({
  disabled,
  onRecall,
}: {
  disabled: boolean;
  onRecall: (reason: string) => void;
}) {
  const t = useTranslations("grade.recall");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (reason.trim() === "") return;
    setOpen(false);
    setReason("");
    onRecall(reason);
  };
  return (
    <Dialog
      title={t("title")}
      description={t("about")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button className="btn" type="button" disabled={disabled}>
          {t("open")}
        </button>
      }
    >
      <form onSubmit={submit}>
        <Field label={t("reason")}>
          <input
            className="input"
            required
            maxLength={MAX_REASON}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className="acts">
          <button className="btn go" type="submit">
            {t("act")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
