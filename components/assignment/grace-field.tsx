"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NumberInput } from "./number-field";
import { inUnits } from "./use-policy-words";

const units = { minutes: 1, hours: 60, days: 24 * 60 } as const;
type Unit = keyof typeof units;

/** A week, which is the longest grace. */
const MOST = 7 * 24 * 60;

const isUnit = (text: string): text is Unit => text in units;

interface Props {
  /** Minutes. */
  value: number;
  onChange: (minutes: number) => void;
}

/** How long after the due moment nothing is taken off yet. */
export function GraceField({ value, onChange }: Props) {
  const t = useTranslations("assignment.late");
  const [unit, setUnit] = useState<Unit>(() => (value === 0 ? "hours" : inUnits(value).unit));
  const held = value % units[unit] === 0 ? unit : inUnits(value).unit;
  return (
    <span className="grace">
      <span aria-hidden="true">{t("fullFor")}</span>
      <NumberInput
        small
        aria-label={t("grace")}
        most={MOST / units[held]}
        value={value / units[held]}
        onChange={(count) => onChange(count * units[held])}
      />
      <select
        className="input"
        aria-label={t("graceUnit")}
        value={held}
        onChange={({ target }) => {
          if (!isUnit(target.value)) return;
          setUnit(target.value);
          onChange(Math.min(MOST, (value / units[held]) * units[target.value]));
        }}
      >
        {(["minutes", "hours", "days"] as const).map((each) => (
          <option key={each} value={each}>
            {t(`units.${each}`)}
          </option>
        ))}
      </select>
      <span aria-hidden="true">{t("more")}</span>
    </span>
  );
}
