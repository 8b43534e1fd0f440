"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import { RubricEditor } from "@/components/grading/rubric/rubric-editor";
import { Fault } from "./fault";
import { RubricTable } from "./rubric-table";
import { type HeldRubricView, useRubricRevision } from "./use-rubric-revision";

/** How many grades are told one by one. */
const SHOWN = 9;

interface Props {
  courseId: string;
  rubric: HeldRubricView;
  of: string;
  onDone: () => void;
}

/** A standing rubric being changed, with what that does to every grade given by it. It is saved apart from the form. */
export function RubricRevision({ courseId, rubric, of, onDone }: Props) {
  const t = useTranslations("assignment.rubric");
  const format = useFormatter();
  const id = useId();
  const revision = useRubricRevision(courseId, rubric, onDone);
  const { effects } = revision;
  const changes = effects?.changes ?? [];
  const used = effects?.assignments.filter(({ graded }) => graded > 0) ?? [];
  const owesReason = (effects?.released ?? 0) > 0;
  const isShort = owesReason && revision.reason.trim() === "";
  const canSave = !revision.busy && !revision.stale && !isShort && revision.changed && revision.inOrder;
  const onKeyDown = (event: KeyboardEvent) => {
    // These keys save the assignment elsewhere on the page: here they save the rubric.
    const isSave = event.key === "Enter" || event.key.toLowerCase() === "s";
    if (!(event.metaKey || event.ctrlKey) || !isSave) return;
    event.preventDefault();
    if (canSave) revision.save();
  };
  return (
    <fieldset className="revision" onKeyDown={onKeyDown}>
      <legend className="vh">{t("change")}</legend>
      <RubricEditor value={revision.value} of={of} onChange={revision.change} />
      {revision.stale && (
        <div className="note now" role="alert">
          <div>
            <p>{t("stale")}</p>
            <RubricTable criteria={rubric.criteria} />
            <p className="adds">
              <button type="button" className="btn" onClick={revision.keepMine}>
                {t("keepMine")}
              </button>
              <button type="button" className="btn" onClick={() => revision.discard()}>
                {t("takeTheirs")}
              </button>
            </p>
          </div>
        </div>
      )}
      <div role="status">
        {effects && changes.length === 0 && <p className="help">{t("noGrades")}</p>}
        {changes.length > 0 && (
          <>
            <p className="help">
              <b>{t("grades", { count: changes.length, released: effects?.released ?? 0 })}</b>{" "}
              {(effects?.opened ?? 0) > 0 && t("opened", { count: effects?.opened ?? 0 })}{" "}
              {used.length > 1 &&
                t("usedIn", { count: used.length, titles: format.list(used.map(({ title }) => title)) })}
            </p>
            <ul className="moves">
              {changes.slice(0, SHOWN).map((change) => (
                <li key={`${change.assignmentId}${change.studentId}`} dir="auto">
                  {t("move", { name: change.name, from: change.from ?? "–", to: change.to ?? "–" })}
                </li>
              ))}
              {changes.length > SHOWN && <li>{t("more", { count: changes.length - SHOWN })}</li>}
            </ul>
          </>
        )}
      </div>
      {owesReason && (
        <div className="field">
          <label className="fl" htmlFor={`${id}-reason`}>
            {t("reason")}
          </label>
          <input
            id={`${id}-reason`}
            className="input"
            dir="auto"
            maxLength={1000}
            required
            value={revision.reason}
            onChange={(event) => revision.setReason(event.target.value)}
          />
        </div>
      )}
      {revision.changed && !revision.inOrder && <Fault>{t("notInOrder")}</Fault>}
      {revision.refused && <Fault>{revision.refused}</Fault>}
      <p className="adds">
        <button
          type="button"
          className="btn go"
          disabled={!canSave}
          aria-busy={revision.busy}
          onClick={revision.save}
        >
          {t("save")}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            revision.discard();
            onDone();
          }}
        >
          {t("cancel")}
        </button>
        <span className="faint">{t("apart")}</span>
      </p>
    </fieldset>
  );
}
