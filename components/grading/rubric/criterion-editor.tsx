"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { readPoints } from "@/domain/grading/points";
import { MOST_LEVELS, type RubricDraft } from "@/domain/grading/rubric";

type Criterion = RubricDraft["criteria"][number];
type Level = Criterion["levels"][number];

interface Props {
  /** From 1. */
  number: number;
  value: Criterion;
  onChange: (value: Criterion) => void;
  /** Null where it is the only one. */
  onRemove: (() => void) | null;
}

/** One criterion of a rubric being written. */
export function CriterionEditor({ number, value, onChange, onRemove }: Props) {
  const t = useTranslations("rubric");
  const field = useId();
  const setLevels = (levels: Level[]) => onChange({ ...value, levels });
  const setLevel = (at: number, change: Partial<Level>) =>
    setLevels(value.levels.map((level, index) => (index === at ? { ...level, ...change } : level)));

  return (
    <fieldset className="re-criterion">
      <legend className="vh">{t("criterion", { number })}</legend>
      <div className="re-head">
        <label className="vh" htmlFor={`${field}-name`}>
          {t("criterionName")}
        </label>
        <input
          id={`${field}-name`}
          className="input"
          value={value.name}
          required
          maxLength={120}
          placeholder={t("criterionName")}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
        {onRemove && (
          <button className="btn bare" type="button" onClick={onRemove}>
            {t("remove")}
            <span className="vh"> {value.name || t("criterion", { number })}</span>
          </button>
        )}
      </div>
      <label className="vh" htmlFor={`${field}-description`}>
        {t("criterionDescription")}
      </label>
      <input
        id={`${field}-description`}
        className="input"
        value={value.description ?? ""}
        maxLength={500}
        placeholder={t("criterionDescription")}
        onChange={(event) => onChange({ ...value, description: event.target.value })}
      />
      <ol className="re-levels">
        {[...value.levels.entries()].map(([at, level]) => (
          <li key={at}>
            <input
              className="input"
              aria-label={t("levelName", { number: at + 1 })}
              value={level.name}
              required
              maxLength={120}
              onChange={(event) => setLevel(at, { name: event.target.value })}
            />
            <input
              className="input re-points"
              aria-label={t("levelPoints", { number: at + 1 })}
              aria-invalid={readPoints(level.points) === null}
              value={level.points}
              inputMode="decimal"
              required
              onChange={(event) => setLevel(at, { points: event.target.value })}
            />
            <button
              className="btn bare"
              type="button"
              disabled={value.levels.length <= 2}
              onClick={() => setLevels(value.levels.filter((_, index) => index !== at))}
            >
              <span aria-hidden="true">×</span>
              <span className="vh">{t("removeLevel", { number: at + 1 })}</span>
            </button>
          </li>
        ))}
      </ol>
      <button
        className="link"
        type="button"
        disabled={value.levels.length >= MOST_LEVELS}
        onClick={() => setLevels([...value.levels, { name: "", points: value.levels.at(-1)?.points ?? "0" }])}
      >
        {t("addLevel")}
      </button>
    </fieldset>
  );
}
