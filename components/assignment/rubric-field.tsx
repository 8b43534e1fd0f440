"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RubricEditor } from "@/components/grading/rubric-editor";
import { useDefaultRubric } from "@/components/grading/use-default-rubric";
import { newId } from "@/components/trpc/new-id";
import { readPoints, showPoints } from "@/domain/grading/points";
import { mostOf } from "@/domain/grading/rubric";
import type { AssignmentForm } from "./form-state";

interface Props {
  value: Pick<AssignmentForm, "rubric" | "points">;
  rubrics: readonly { id: string; title: string; most: string }[];
  /** Somebody has been graded by it: it stays. */
  graded: boolean;
  wrong: boolean;
  onChange: (value: Partial<Pick<AssignmentForm, "rubric" | "points">>) => void;
}

/** What it is worth and by what it is graded. */
export function RubricField({ value, rubrics, graded, wrong, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const proposed = useDefaultRubric();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const { rubric, points } = value;
  const draft = rubric.kind === "new" ? (rubric.draft ?? proposed(points)) : null;
  const chosen = rubric.kind === "existing" ? rubrics.find((other) => other.id === rubric.id) : undefined;
  const most = draft ? mostOf(draft) : chosen ? readPoints(chosen.most) : null;
  const worth = readPoints(points);
  const differs = most !== null && worth !== null && most !== worth;

  const choose = (choice: string) => {
    if (choice === "none") onChange({ rubric: { kind: "none" } });
    else if (choice === "new") onChange({ rubric: { kind: "new", id: newId(), draft: null } });
    else onChange({ rubric: { kind: "existing", id: choice } });
  };

  return (
    <fieldset className="row wide" id="rubric">
      <legend className="kick">{t("grading")}</legend>
      <div className="col">
        <div className="worth">
          <div className="field">
            <label className="fl" htmlFor={`${id}-points`}>
              {t("points")}
            </label>
            <input
              id={`${id}-points`}
              className="input n"
              inputMode="decimal"
              required
              aria-invalid={wrong}
              value={points}
              onChange={(event) => onChange({ points: event.target.value })}
            />
          </div>
          <div className="field">
            <label className="fl" htmlFor={`${id}-rubric`}>
              {t("rubric")}
            </label>
            <select
              id={`${id}-rubric`}
              className="input"
              disabled={graded}
              value={rubric.kind === "existing" ? rubric.id : rubric.kind}
              onChange={(event) => choose(event.target.value)}
            >
              <option value="new">{t("rubricNew")}</option>
              {rubrics.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.title}
                </option>
              ))}
              <option value="none">{t("rubricNone")}</option>
            </select>
          </div>
        </div>
        {graded && <p className="help">{t("rubricFixed")}</p>}
        {differs && (
          <p className="note" role="status">
            <span>{t("sumDiffers", { sum: showPoints(most), of: showPoints(worth) })}</span>
          </p>
        )}
        {draft && !opened && (
          <p className="adds">
            <span className="soft">{draft.criteria.map((criterion) => criterion.name).join(" · ")}</span>
            <button type="button" className="btn" onClick={() => setOpened(true)}>
              {t("rubricEdit")}
            </button>
          </p>
        )}
        {draft && opened && (
          <RubricEditor
            value={draft}
            of={points}
            // A changed rubric is another one: sent under its old id, the server would answer with the old one.
            onChange={(next) => onChange({ rubric: { kind: "new", id: newId(), draft: next } })}
          />
        )}
      </div>
    </fieldset>
  );
}
