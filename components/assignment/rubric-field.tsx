"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { RubricEditor } from "@/components/grading/rubric/rubric-editor";
import { useDefaultRubric } from "@/components/grading/rubric/use-default-rubric";
import { newId } from "@/components/trpc/new-id";
import { readPoints, showPoints } from "@/domain/grading/points";
import { mostOf } from "@/domain/grading/rubric";
import type { AssignmentForm } from "./form-shape";
import { restOf } from "./form-state";
import { HeldRubric } from "./held-rubric";
import { RubricTable } from "./rubric-table";

type RubricForm = Pick<AssignmentForm, "rubric" | "points" | "participationPoints">;

interface Props {
  courseId: string;
  value: RubricForm;
  rubrics: readonly { id: string; title: string; most: string }[];
  /** Somebody has been graded by it: it stays. */
  graded: boolean;
  onChange: (value: Pick<RubricForm, "rubric">) => void;
}

/** By what it is graded. */
export function RubricField({ courseId, value, rubrics, graded, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const proposed = useDefaultRubric();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const column = useRef<HTMLDivElement>(null);
  const { rubric } = value;
  const rest = restOf(value);
  const points = rest === null ? value.points : showPoints(rest);
  const draft = rubric.kind === "new" ? (rubric.draft ?? proposed(points)) : null;
  const chosen = rubric.kind === "existing" ? rubrics.find((other) => other.id === rubric.id) : undefined;
  const most = draft ? mostOf(draft) : chosen ? readPoints(chosen.most) : null;
  const differs = most !== null && rest !== null && most !== rest;

  const choose = (choice: string) => {
    if (choice === "none") onChange({ rubric: { kind: "none" } });
    else if (choice === "new") onChange({ rubric: { kind: "new", id: newId(), draft: null } });
    else onChange({ rubric: { kind: "existing", id: choice } });
  };

  return (
    <fieldset className="row wide" id="rubric">
      <legend className="kick">{t("rubric")}</legend>
      <div className="col" ref={column}>
        <div className="field by">
          <label className="vh" htmlFor={`${id}-rubric`}>
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
        {graded && <p className="help">{t("rubricFixed")}</p>}
        {differs && (
          <p className="note" role="status">
            <span>{t("sumDiffers", { sum: showPoints(most), of: showPoints(rest) })}</span>
          </p>
        )}
        {rubric.kind === "existing" && <HeldRubric courseId={courseId} rubricId={rubric.id} of={points} />}
        {draft && !opened && (
          <>
            <RubricTable criteria={draft.criteria} />
            <p className="adds">
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setOpened(true);
                  // The button goes: the focus is in what it opened.
                  requestAnimationFrame(() => column.current?.querySelector("input")?.focus());
                }}
              >
                {t("rubricEdit")}
              </button>
            </p>
          </>
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
