"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { KeysDialog } from "@/components/ui/keys-dialog";
import { isComplete, isWithin, type Measure, openCriteria, totalOf } from "@/domain/grading/measure";
import { DeskActs } from "./desk-acts";
import { pointsTyped } from "./desk-draft";
import { FeedbackField, PointsField, ReasonField } from "./desk-fields";
import { GradeConflict } from "./grade-conflict";
import { GradeHistory } from "./grade-history";
import type { GradeView } from "./grading-types";
import { RubricMarks } from "./rubric-marks";
import { useDeskKeys } from "./use-desk-keys";
import { type GradingPlace, useGrading } from "./use-grading";

interface Props {
  place: GradingPlace;
  /** The student's: said here where the page is out of sight. */
  name: string;
  measure: Measure;
  grade: GradeView | null;
  staff: Record<string, string>;
  timeZone: string;
  canRelease: boolean;
  /** Addresses of the neighbours in the queue; null at its ends. */
  previous: string | null;
  next: string | null;
  keys: { keys: string[]; label: string }[];
}

/** Where a grade is given: the rubric, points, feedback, and what becomes of it. */
export function GradeDesk(props: Props) {
  const { place, measure, staff, timeZone, canRelease, previous, next } = props;
  const t = useTranslations("grade.desk");
  const router = useRouter();
  const grading = useGrading(place, props.grade);
  const { shown, grade, conflict, busy } = grading;
  const feedback = useRef<HTMLTextAreaElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [help, setHelp] = useState(false);

  const given = { points: pointsTyped(shown), marks: shown.marks };
  const open = openCriteria(measure, shown.marks);
  const activeId = active ?? open[0]?.id ?? measure.criteria[0]?.id ?? null;
  const isValid = given.points === null || isWithin(measure, given.points);
  const owesReason = grade?.stage === "released" && grading.isChanged;
  const canSave = !busy && !conflict && isValid && !(owesReason && shown.reason.trim() === "");

  const mark = (criterionId: string, levelId: string) =>
    grading.edit({ marks: { ...shown.marks, [criterionId]: levelId } });
  const markByDigit = (digit: number) => {
    const criterion = measure.criteria.find((one) => one.id === activeId);
    const level = criterion?.levels[digit - 1];
    if (!criterion || !level) return;
    mark(criterion.id, level.id);
    const isInGroup = document.activeElement?.closest("[role=radiogroup]");
    if (!isInGroup) setActive(open.find((one) => one.id !== criterion.id)?.id ?? criterion.id);
  };
  const go = (href: string | null) => href && router.push(href, { scroll: false });
  const save = async () => canSave && grading.save();
  const saveNext = async () => {
    if (await save()) go(next);
  };
  useDeskKeys({
    onLevel: markByDigit,
    onNext: () => go(next),
    onPrevious: () => go(previous),
    onFeedback: () => feedback.current?.focus(),
    onSaveNext: saveNext,
    onHelp: () => setHelp(true),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saveNext();
  };

  return (
    <form className="desk" aria-label={t("label")} onSubmit={submit}>
      <div className="desk-in">
        <p className="d-who src">
          <bdi>{props.name}</bdi>
        </p>
        {conflict && (
          <GradeConflict
            mine={shown}
            theirs={conflict}
            measure={measure}
            timeZone={timeZone}
            busy={busy}
            onReason={(reason) => grading.edit({ reason })}
            onMine={grading.keepMine}
            onTheirs={grading.takeTheirs}
          />
        )}
        <section className="rub" aria-labelledby="rubric">
          <header className="d-head">
            <h2 className="h-sec" id="rubric">
              {t("rubric")}
            </h2>
          </header>
          {measure.criteria.length === 0 && <p className="soft">{t("noRubric")}</p>}
          <RubricMarks
            criteria={measure.criteria}
            marks={shown.marks}
            activeId={activeId}
            onActive={setActive}
            onMark={mark}
          />
          <PointsField
            value={shown.points}
            most={measure.most}
            valid={isValid}
            required={measure.criteria.length === 0}
            onChange={(points) => grading.edit({ points })}
          />
        </section>
        <FeedbackField
          ref={feedback}
          value={shown.feedback}
          kept={grading.keptAt !== null}
          onChange={(text) => grading.edit({ feedback: text })}
        />
        {owesReason && !conflict && (
          <ReasonField value={shown.reason} onChange={(reason) => grading.edit({ reason })} />
        )}
        {grade && <GradeHistory grade={grade} measure={measure} staff={staff} timeZone={timeZone} />}
      </div>
      <DeskActs
        grading={grading}
        total={totalOf(measure, given)}
        most={measure.most}
        open={open.map((criterion) => criterion.name)}
        complete={isComplete(measure, given) && isWithin(measure, totalOf(measure, given) ?? "")}
        canSave={canSave}
        canRelease={canRelease}
        onSave={save}
      />
      <KeysDialog keys={props.keys} open={help} onOpenChange={setHelp} />
    </form>
  );
}
