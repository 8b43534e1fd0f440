"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { PositionName } from "./position-name";
import type { PositionView } from "./shapes";

interface PositionChoiceProps {
  /** Asked for before anything else, where the prompt wants a position defended. */
  first: boolean;
  value: string | null;
  positions: PositionView[];
  onChange: (positionId: string | null) => void;
}

/** The position that an answer argues for. */
export function PositionChoice({ first, value, positions, onChange }: PositionChoiceProps) {
  const t = useTranslations("response");
  const id = useId();
  if (first) {
    return (
      <fieldset className="defended">
        <legend>{t("defendFirst")}</legend>
        {positions.map((position) => (
          <label key={position.id} className={position.id === value ? "on" : undefined}>
            <input
              className="vh"
              type="radio"
              name={id}
              checked={position.id === value}
              onChange={() => onChange(position.id)}
            />
            <PositionName position={position} />
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <p className="posit">
      <label htmlFor={id}>{t("position")}</label>
      <select
        id={id}
        className="input"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{t("noPosition")}</option>
        {positions.map((position) => (
          <option key={position.id} value={position.id}>
            {position.name}
          </option>
        ))}
      </select>
    </p>
  );
}
