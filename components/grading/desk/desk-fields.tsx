"use client";

import { useTranslations } from "next-intl";
import { MAX_REASON } from "@/domain/grading/grade";

interface PointsProps {
  value: string;
  most: string;
  valid: boolean;
  /** Without a rubric there is no sum to fall back on. */
  required: boolean;
  onChange: (value: string) => void;
}

/** Points set by hand: empty takes the sum of the marks. */
export function PointsField({ value, most, valid, required, onChange }: PointsProps) {
  const t = useTranslations("grade.desk");
  return (
    <div className="by-hand">
      <label htmlFor="points">{t(required ? "pointsGiven" : "pointsByHand")}</label>
      <input
        id="points"
        className="input n"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        aria-invalid={!valid}
        aria-describedby="points-help"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="points-help" className={valid ? "faint" : "err"} role={valid ? undefined : "alert"}>
        {valid ? t(required ? "fromTo" : "ofMost", { most }) : t("pointsWrong", { most })}
      </p>
    </div>
  );
}

/** Why a released grade changes: the student reads it. */
export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("grade.desk");
  return (
    <div className="field why">
      <label className="fl" htmlFor="reason">
        {t("reason")}
      </label>
      <input
        id="reason"
        className="input"
        dir="auto"
        required
        maxLength={MAX_REASON}
        value={value}
        aria-describedby="reason-help"
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="help" id="reason-help">
        {t("reasonHelp")}
      </p>
    </div>
  );
}
