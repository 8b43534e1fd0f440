"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { MAX_REASON } from "@/domain/grading/grade";

interface Props {
  value: string;
  why: string;
  /** Decimals: what is suggested, and the most there is. */
  score: string;
  most: string;
  valid: boolean;
  /** Whether a word is owed: another number than the suggested one was given. */
  owesWhy: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onValue: (value: string) => void;
  onWhy: (why: string) => void;
}

/** Another number for taking part than the suggested one, with a word why. */
export function ParticipationField(props: Props) {
  const { value, why, score, most, valid, owesWhy } = props;
  const t = useTranslations("participation.field");
  return (
    <>
      <div className="by-hand">
        <label htmlFor="participation">{t("points")}</label>
        <input
          id="participation"
          ref={props.inputRef}
          className="input n"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          aria-invalid={!valid}
          aria-describedby="participation-help"
          onChange={(event) => props.onValue(event.target.value)}
        />
        <p id="participation-help" className={valid ? "faint" : "err"} role={valid ? undefined : "alert"}>
          {valid ? t("most", { most }) : t("wrong", { most })}
        </p>
      </div>
      {(owesWhy || why !== "") && (
        <div className="field why">
          <label className="fl" htmlFor="participation-why">
            {t("why", { score })}
          </label>
          <input
            id="participation-why"
            className="input"
            dir="auto"
            required={owesWhy}
            maxLength={MAX_REASON}
            value={why}
            aria-describedby="participation-why-help"
            onChange={(event) => props.onWhy(event.target.value)}
          />
          <p className="help" id="participation-why-help">
            {t("whyHelp")}
          </p>
        </div>
      )}
    </>
  );
}
