"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { type Criterion, type Measure, totalOf } from "@/domain/grading/measure";
import { type DeskDraft, pointsTyped } from "./desk-draft";
import type { GradeView } from "./grading-types";

interface Props {
  mine: DeskDraft;
  theirs: GradeView;
  measure: Measure;
  timeZone: string;
  busy: boolean;
  onReason: (reason: string) => void;
  onMine: (mine: DeskDraft) => void;
  onTheirs: () => void;
}

/** A level by its number and name: "4 Strong". */
const levelName = (criterion: Criterion, levelId: string | undefined) => {
  const at = criterion.levels.findIndex((level) => level.id === levelId);
  return at < 0 ? undefined : `${at + 1} ${criterion.levels[at]?.name}`;
};

/** Two versions of one grade, side by side, until somebody says which of them stays. */
export function GradeConflict({ mine, theirs, measure, timeZone, busy, onReason, onMine, onTheirs }: Props) {
  const t = useTranslations("grade.conflict");
  const name = theirs.grader.name;
  const rows = measure.criteria
    .map((criterion) => ({
      id: criterion.id,
      label: criterion.name,
      mine: levelName(criterion, mine.marks[criterion.id]),
      theirs: levelName(criterion, theirs.marks[criterion.id]),
    }))
    .filter((row) => row.mine !== row.theirs);
  const totals = [totalOf(measure, { points: pointsTyped(mine), marks: mine.marks }), theirs.total];
  const owesReason = theirs.stage === "released";
  return (
    <section className="conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict" className="src">
        {t("title", { name })}
      </h2>
      <p>{t.rich("about", { when: () => <Moment at={theirs.updatedAt} timeZone={timeZone} /> })}</p>
      {owesReason && (
        <p className="cf-reason">
          <label className="label" htmlFor="conflict-reason">
            {t("reason")}
          </label>
          <input
            id="conflict-reason"
            className="input"
            value={mine.reason}
            onChange={(event) => onReason(event.target.value)}
          />
        </p>
      )}
      <p className="cf-acts">
        <button
          className="btn"
          type="button"
          disabled={busy || (owesReason && mine.reason.trim() === "")}
          onClick={() => onMine(mine)}
        >
          {t("keepMine")}
        </button>
        <button className="btn" type="button" disabled={busy} onClick={onTheirs}>
          {t("takeTheirs", { name })}
        </button>
      </p>
      <table className="cf-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{t("yours")}</th>
            <th scope="col">
              <bdi>{name}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              <td className="mine">
                <span className="cf-level">{row.mine ?? t("open")}</span>
              </td>
              <td>
                <span className="cf-level">{row.theirs ?? t("open")}</span>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("points")}</th>
            <td className="mine n">{totals[0] ?? t("open")}</td>
            <td className="n">{totals[1] ?? t("open")}</td>
          </tr>
          <tr>
            <th scope="row">{t("feedback")}</th>
            <td className="mine src">{mine.feedback || t("none")}</td>
            <td className="src">{theirs.feedback || t("none")}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
