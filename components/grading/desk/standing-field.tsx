"use client";

import { useTranslations } from "next-intl";
import type { Standing } from "./desk-draft";

const standings = ["graded", "missing", "excused"] as const;

/** Whether there is something to grade at all: missing counts nothing, excused is left out of every sum. */
export function StandingField({ value, onChange }: { value: Standing; onChange: (value: Standing) => void }) {
  const t = useTranslations("grade.standing");
  return (
    <div className="standing">
      <div className="seg" role="radiogroup" aria-label={t("label")}>
        {standings.map((standing) => (
          <label key={standing} data-on={value === standing ? "" : undefined}>
            <input
              className="vh"
              type="radio"
              name="standing"
              checked={value === standing}
              onChange={() => onChange(standing)}
            />
            <span>{t(standing)}</span>
          </label>
        ))}
      </div>
      {value !== "graded" && <p className="faint">{t(`about.${value}`)}</p>}
    </div>
  );
}
