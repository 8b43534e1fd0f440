"use client";

import { useTranslations } from "next-intl";
import { useCited } from "../data/use-cited";
import type { Cell } from "./use-gatherer";

/** Position and dimension: where in the matrix it belongs. Nothing in a course without a frame. */
export function CellFields({ cell, onChange }: { cell: Cell; onChange: (change: Partial<Cell>) => void }) {
  const t = useTranslations("reader.evidence");
  const { data, isError, refetch } = useCited({ wanted: true });
  if (isError && !data) {
    return (
      <p className="gather-note" role="alert">
        {t("noFrameLoaded")}{" "}
        <button type="button" className="link" onClick={() => refetch()}>
          {t("again")}
        </button>
      </p>
    );
  }
  if (data && data.frame.positions.length + data.frame.dimensions.length === 0) {
    return <p className="gather-note">{t("noFrame")}</p>;
  }
  return (
    <div className="gather-cell">
      <Choice
        label={t("position")}
        options={(data?.frame.positions ?? []).map(({ id, short }) => ({ id, name: short }))}
        value={cell.positionId}
        onChange={(positionId) => onChange({ positionId })}
      />
      <Choice
        label={t("dimension")}
        options={data?.frame.dimensions ?? []}
        value={cell.dimensionId}
        onChange={(dimensionId) => onChange({ dimensionId })}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string | null;
  onChange: (id: string | null) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <label>
      <span className="vh">{label}</span>
      <select
        className="input small"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">{label}…</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
