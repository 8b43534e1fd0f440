"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { type DimensionDraft, MOST_LETTERS } from "@/domain/frame/frame";

interface Props {
  value: DimensionDraft;
  number: number;
  troubleAt: (field: string) => string | null;
  onChange: (change: Partial<DimensionDraft>) => void;
  /** Moves it, takes it out. */
  buttons: ReactNode;
}

/** A dimension being edited. */
export function DimensionFields({ value, number, troubleAt, onChange, buttons }: Props) {
  const t = useTranslations("frame.edit");
  const trouble = troubleAt("name");
  return (
    <fieldset className="fe-item card">
      <legend className="vh">{t("dimension", { number, name: value.name })}</legend>
      <div className="fe-row">
        <b className="n">{number}</b>
        <Field
          label={t("name")}
          error={trouble && (t.has(`problem.${trouble}`) ? t(`problem.${trouble}`) : t("problem.other"))}
        >
          <input
            className="input"
            value={value.name}
            maxLength={MOST_LETTERS.name}
            dir="auto"
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <Field label={t("question")}>
          <input
            className="input"
            value={value.question}
            maxLength={MOST_LETTERS.question}
            dir="auto"
            onChange={(event) => onChange({ question: event.target.value })}
          />
        </Field>
        {buttons}
      </div>
    </fieldset>
  );
}
