"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { MOST_LETTERS, type PositionDraft } from "@/domain/frame/frame";
import { ColourField } from "./colour-field";
import { PositionMark } from "./position-mark";

interface Props {
  value: PositionDraft;
  number: number;
  taken: readonly string[];
  troubleAt: (field: string) => string | null;
  onChange: (change: Partial<PositionDraft>) => void;
  /** Moves it, takes it out. */
  buttons: ReactNode;
}

/** A position being edited. */
export function PositionFields({ value, number, taken, troubleAt, onChange, buttons }: Props) {
  const t = useTranslations("frame.edit");
  const problem = (field: string) => {
    const trouble = troubleAt(field);
    return trouble && (t.has(`problem.${trouble}`) ? t(`problem.${trouble}`) : t("problem.other"));
  };
  const text = (field: "name" | "short" | "line") => (
    <Field label={t(field)} hint={field === "name" ? undefined : t(`${field}Hint`)} error={problem(field)}>
      <input
        className="input"
        value={value[field]}
        maxLength={MOST_LETTERS[field]}
        dir="auto"
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </Field>
  );
  const area = (field: "account" | "sources") => (
    <Field label={t(field)} hint={t(`${field}Hint`)} error={problem(field)}>
      <textarea
        className="input"
        rows={field === "account" ? 6 : 3}
        value={value[field]}
        maxLength={MOST_LETTERS[field]}
        dir="auto"
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <fieldset className="fe-item card">
      <legend className="vh">{t("position", { number, name: value.name })}</legend>
      <p className="fe-head">
        <PositionMark colour={value.colour} />
        <b className="n">{number}</b>
        <span dir="auto">{value.name || t("unnamed")}</span>
        {buttons}
      </p>
      <div className="fe-pair">
        {text("name")}
        {text("short")}
      </div>
      {text("line")}
      <ColourField
        name={`colour-${value.id}`}
        value={value.colour}
        taken={taken}
        onChange={(colour) => onChange({ colour })}
      />
      {area("account")}
      {area("sources")}
    </fieldset>
  );
}
