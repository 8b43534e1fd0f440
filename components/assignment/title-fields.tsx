"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Fault } from "./fault";
import type { AssignmentForm, HeldAssignment } from "./form-shape";

type Titled = Pick<AssignmentForm, "title" | "instructions">;

interface Props {
  value: Titled;
  held: HeldAssignment | null;
  wrong: boolean;
  /** What can be done with the whole. */
  children: ReactNode;
  onChange: (value: Partial<Titled>) => void;
}

/** What it is called, and what students are asked to do. */
export function TitleFields({ value, held, wrong, children, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const tFault = useTranslations("assignment.save.faults");
  const id = useId();
  return (
    <header className="top">
      <div className="kick">
        {held?.publishedAt ? t("published") : t("draft")} {children}
        {held?.begun && <span className="faint">{t("begun")}</span>}
      </div>
      <div className="col">
        <h1 className="vh">{value.title || t("untitled")}</h1>
        <label className="vh" htmlFor={`${id}-title`}>
          {t("title")}
        </label>
        <input
          id={`${id}-title`}
          className="ttl"
          dir="auto"
          maxLength={300}
          required
          placeholder={t("titlePlaceholder")}
          aria-invalid={wrong}
          aria-describedby={`${id}-fault`}
          value={value.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <div id={`${id}-fault`}>{wrong && <Fault>{tFault("title")}</Fault>}</div>
        <label className="vh" htmlFor={`${id}-what`}>
          {t("instructions")}
        </label>
        <textarea
          id={`${id}-what`}
          className="what read"
          dir="auto"
          rows={2}
          maxLength={20_000}
          placeholder={t("instructionsPlaceholder")}
          value={value.instructions}
          onChange={(event) => onChange({ instructions: event.target.value })}
        />
      </div>
      <p className="gl">{t("instructionsHelp")}</p>
    </header>
  );
}
