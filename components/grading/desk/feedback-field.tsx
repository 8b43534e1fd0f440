"use client";

import { HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { MAX_FEEDBACK } from "@/domain/grading/grade";

interface Props {
  value: string;
  /** Whether what is written is on this device only. */
  kept: boolean;
  onChange: (value: string) => void;
  ref: Ref<HTMLTextAreaElement>;
  /** Opens the phrases. */
  onPhrases: () => void;
  /** Stands in place of the field while two versions are to be settled. */
  instead?: ReactNode;
}

/** Overall feedback; the phrases one keeps are a key away. */
export function FeedbackField({ value, kept, onChange, ref, onPhrases, instead }: Props) {
  const t = useTranslations("grade.desk");
  return (
    <section className="fb">
      <header className="d-head">
        <h2 className="h-sec">
          {instead ? t("feedback") : <label htmlFor="feedback">{t("feedback")}</label>}
        </h2>
        {kept && (
          <p className="faint kept">
            <HardDrive className="i" aria-hidden />
            {t("kept")}
          </p>
        )}
        {!instead && (
          <button className="link" type="button" aria-keyshortcuts="l" onClick={onPhrases}>
            {t("phrases")} <kbd aria-hidden>l</kbd>
          </button>
        )}
      </header>
      {instead || (
        <textarea
          id="feedback"
          ref={ref}
          className="src"
          data-words=""
          dir="auto"
          maxLength={MAX_FEEDBACK}
          aria-keyshortcuts="f"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </section>
  );
}
