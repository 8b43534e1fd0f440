import { useTranslations } from "next-intl";
import { useId } from "react";
import type { PositionView } from "./shapes";

interface StandFieldsProps {
  positions: PositionView[];
  positionId: string | null;
  betweenId: string | null;
  onPosition: (id: string | null) => void;
  onBetween: (id: string | null) => void;
}

/** A position or none of them; with a position, whether it is between it and another. */
export function StandFields({ positions, positionId, betweenId, onPosition, onBetween }: StandFieldsProps) {
  const t = useTranslations("stance");
  const name = useId();
  return (
    <>
      <fieldset className="field">
        <legend className="fl">{t("standWith")}</legend>
        {positions.map((position) => (
          <label key={position.id} className="check">
            <input
              type="radio"
              name={name}
              checked={positionId === position.id}
              onChange={() => onPosition(position.id)}
            />
            <span>
              {position.name}
              <small className="soft"> {position.line}</small>
            </span>
          </label>
        ))}
        <label className="check">
          <input type="radio" name={name} checked={positionId === null} onChange={() => onPosition(null)} />
          <span>{t("noneOfThem")}</span>
        </label>
      </fieldset>
      {positionId && positions.length > 1 && (
        <div className="field">
          <label className="fl" htmlFor={`${name}-between`}>
            {t("between")} <small>{t("betweenHint")}</small>
          </label>
          <select
            id={`${name}-between`}
            className="input"
            value={betweenId ?? ""}
            onChange={(event) => onBetween(event.target.value || null)}
          >
            <option value="">{t("notBetween")}</option>
            {positions
              .filter(({ id }) => id !== positionId)
              .map(({ id, name: called }) => (
                <option key={id} value={id}>
                  {called}
                </option>
              ))}
          </select>
        </div>
      )}
    </>
  );
}
