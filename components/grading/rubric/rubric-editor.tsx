"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { readPoints, showPoints } from "@/domain/grading/points";
import { MOST_CRITERIA, mostOf, type RubricDraft } from "@/domain/grading/rubric";
import { CriterionEditor } from "./criterion-editor";
import "./rubric-editor.css";

type Criterion = RubricDraft["criteria"][number];

interface Props {
  value: RubricDraft;
  onChange: (value: RubricDraft) => void;
  /** The assignment's points, a decimal: said so when the best levels add up to something else. */
  of?: string;
  disabled?: boolean;
}

const replaced = <Item,>(items: readonly Item[], at: number, item: Item): Item[] =>
  items.map((old, index) => (index === at ? item : old));

/** A rubric being written: its title, its criteria, their levels from the least to the most. */
export function RubricEditor({ value, onChange, of, disabled = false }: Props) {
  const t = useTranslations("rubric");
  const titleId = useId();
  const most = mostOf(value);
  const wanted = of === undefined ? null : readPoints(of);

  const setCriteria = (criteria: Criterion[]) =>
    onChange({ ...value, holistic: criteria.length === 1 && value.holistic, criteria });
  const add = () => {
    const like = value.criteria.at(-1)?.levels ?? [];
    setCriteria([
      ...value.criteria,
      { name: "", description: "", levels: like.map(({ name, points }) => ({ name, points })) },
    ]);
  };

  return (
    <fieldset className="rubric-editor" disabled={disabled}>
      <legend className="vh">{t("editor")}</legend>
      <p className="re-title">
        <label className="label" htmlFor={titleId}>
          {t("title")}
        </label>
        <input
          id={titleId}
          className="input"
          value={value.title}
          required
          maxLength={120}
          onChange={(event) => onChange({ ...value, title: event.target.value })}
        />
      </p>
      {value.criteria.length === 1 && (
        <label className="check">
          <input
            type="checkbox"
            checked={value.holistic ?? false}
            onChange={(event) => onChange({ ...value, holistic: event.target.checked })}
          />
          {t("holistic")}
        </label>
      )}
      <ol className="re-criteria">
        {[...value.criteria.entries()].map(([at, criterion]) => (
          <li key={at}>
            <CriterionEditor
              number={at + 1}
              value={criterion}
              onChange={(next) => setCriteria(replaced(value.criteria, at, next))}
              onRemove={
                value.criteria.length > 1
                  ? () => setCriteria(value.criteria.filter((_, index) => index !== at))
                  : null
              }
            />
          </li>
        ))}
      </ol>
      <p className="re-foot">
        <button className="btn" type="button" onClick={add} disabled={value.criteria.length >= MOST_CRITERIA}>
          {t("addCriterion")}
        </button>
        <span className="soft" role="status">
          {most === null
            ? t("pointsUnreadable")
            : wanted !== null && wanted !== most
              ? t("sumDiffers", { sum: showPoints(most), of: showPoints(wanted) })
              : t("sum", { sum: showPoints(most) })}
        </span>
      </p>
    </fieldset>
  );
}
