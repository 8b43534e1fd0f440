"use client";

import { HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { MAX_FEEDBACK, MAX_REASON } from "@/domain/grading/grade";

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
        {valid ? t("ofMost", { most }) : t("pointsWrong", { most })}
      </p>
    </div>
  );
}

interface FeedbackProps {
  value: string;
  /** Whether what is written is on this device only. */
  kept: boolean;
  onChange: (value: string) => void;
  ref: Ref<HTMLTextAreaElement>;
}

export function FeedbackField({ value, kept, onChange, ref }: FeedbackProps) {
  const t = useTranslations("grade.desk");
  return (
    <section className="fb">
      <header className="d-head">
        <h2 className="h-sec">
          <label htmlFor="feedback">{t("feedback")}</label>
        </h2>
        {kept && (
          <p className="faint kept">
            <HardDrive className="i" aria-hidden />
            {t("kept")}
          </p>
        )}
      </header>
      <textarea
        id="feedback"
        ref={ref}
        className="src"
        dir="auto"
        maxLength={MAX_FEEDBACK}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </section>
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
