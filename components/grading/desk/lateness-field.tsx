"use client";

import { useTranslations } from "next-intl";
import { lateness } from "@/components/grading/lateness";

interface Props {
  /** The share of the marks kept, in per cent: what the grade says, and what the late policy suggests now. */
  kept: string;
  suggested: string;
  /** Milliseconds. */
  lateBy: number;
  onChange: (kept: string) => void;
}

/** What lateness leaves of the marks: kept as the policy has it, or waived. Shown only where there is something to say. */
export function LatenessField({ kept, suggested, lateBy, onChange }: Props) {
  const t = useTranslations("grade");
  if (suggested === "100" && kept === "100") return null;
  const { unit, count } = lateness(lateBy);
  return (
    <section className="lateness" aria-labelledby="lateness">
      <header className="d-head">
        <h2 className="h-sec" id="lateness">
          {t("lateness.title")}
        </h2>
        <p className="faint">
          <b className="n">{t("lateness.kept", { kept })}</b>
        </p>
      </header>
      <p className="soft">
        {lateBy > 0 && `${t(`late.long.${unit}`, { count })}. `}
        {kept === suggested
          ? t("lateness.asPolicy", { suggested })
          : kept === "100"
            ? t("lateness.waived", { suggested })
            : t("lateness.other", { suggested })}
      </p>
      <p className="row-acts">
        {kept !== suggested && (
          <button className="btn" type="button" aria-keyshortcuts="w" onClick={() => onChange(suggested)}>
            {t("lateness.take", { suggested })} <kbd aria-hidden>w</kbd>
          </button>
        )}
        {kept !== "100" && (
          <button
            className="btn bare"
            type="button"
            aria-keyshortcuts={kept === suggested ? "w" : undefined}
            onClick={() => onChange("100")}
          >
            {t("lateness.waive")} {kept === suggested && <kbd aria-hidden>w</kbd>}
          </button>
        )}
      </p>
    </section>
  );
}
