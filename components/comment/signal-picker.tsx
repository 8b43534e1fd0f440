"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { type Signal, signals } from "@/domain/comment/comment";
import { signalLook } from "./signal-mark";

interface SignalPickerProps {
  value: Signal | null;
  onChange: (signal: Signal | null) => void;
}

/** What kind of comment it is: one of four, or none. */
export function SignalPicker({ value, onChange }: SignalPickerProps) {
  const t = useTranslations("comment");
  const names = useTranslations("signals");
  const name = useId();
  return (
    <fieldset className="sigpick">
      <legend className="vh">{t("signal")}</legend>
      <label className={value === null ? "on" : undefined}>
        <input
          className="vh"
          type="radio"
          name={name}
          checked={value === null}
          onChange={() => onChange(null)}
        />
        {t("noSignal")}
      </label>
      {signals.map((signal) => {
        const { Icon, mark } = signalLook[signal];
        return (
          <label key={signal} className={`${value === signal ? "on" : ""} sig ${mark}`} title={names(signal)}>
            <input
              className="vh"
              type="radio"
              name={name}
              checked={value === signal}
              onChange={() => onChange(signal)}
            />
            <Icon className="i" aria-hidden />
            <span className={value === signal ? undefined : "vh"}>{names(signal)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
