"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useState } from "react";
import { ConflictHead, saverOf } from "@/components/grading/conflict/conflict-head";
import { ConflictLines } from "@/components/grading/conflict/conflict-lines";
import { canJoin } from "@/components/grading/conflict/settle";
import { SettleText } from "@/components/grading/conflict/settle-text";
import { sumOfMarks } from "@/domain/grading/measure";
import { DeskActs } from "./desk-acts";
import { PointsField, ReasonField } from "./desk-fields";
import { FeedbackField } from "./feedback-field";
import { GradeHistory } from "./grade-history";
import { LatenessField } from "./lateness-field";
import { RubricMarks } from "./rubric-marks";
import { StandingField } from "./standing-field";
import type { Desk } from "./use-desk";

interface Props {
  desk: Desk;
  /** The student's: said here where the page is out of sight. */
  name: string;
  staff: Readonly<Record<string, string>>;
  meId: string;
  timeZone: string;
  canRelease: boolean;
  /** Milliseconds after the due moment, and what that leaves of the marks, in per cent. */
  lateBy: number;
  keptSuggested: string;
  /** How often each level was given so far, by criterion and level. */
  given: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  feedbackRef: Ref<HTMLTextAreaElement>;
  /** What is suggested for taking part, a decimal. */
  suggested: string | null;
  participation: ReactNode;
  request: ReactNode;
  onPhrases: () => void;
  onSave: () => void;
  onSaveNext: () => void;
}

/** Where a grade is given: the rubric, lateness, taking part, feedback, and what becomes of it. */
export function GradeDesk(props: Props) {
  const { desk, staff, timeZone, canRelease, lateBy, keptSuggested } = props;
  const { grading, measure, given: said } = desk;
  const { shown, grade, conflict } = grading;
  const t = useTranslations("grade.desk");
  const feedbackLine = conflict?.lines.find((line) => line.on === "feedback");
  const name = conflict?.theirs.grader.name ?? "";
  const needsPoints = measure.criteria.length === 0 && !desk.countsPart;
  return (
    <form
      className="desk"
      aria-label={t("label")}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSaveNext();
      }}
    >
      <div className="desk-in">
        <p className="d-who src">
          <bdi>{props.name}</bdi>
        </p>
        {conflict && (
          <ConflictHead
            theirs={conflict.theirs}
            by={saverOf(conflict.theirs, staff, props.meId)}
            count={conflict.lines.length}
            timeZone={timeZone}
            reason={conflict.theirs.stage === "released" ? shown.reason : null}
            onReason={(reason) => grading.edit({ reason })}
            onAll={grading.chooseAll}
          />
        )}
        {!conflict && props.request}
        <section className="rub" aria-labelledby="rubric">
          <header className="d-head">
            <h2 className="h-sec" id="rubric">
              {t("rubric")}
            </h2>
            {measure.criteria.length > 0 && (
              <p className="n faint">
                {t.rich("marksOf", {
                  sum: sumOfMarks(measure, shown.marks) ?? "–",
                  most: desk.mostMarks,
                  b: (text) => <b>{text}</b>,
                })}
              </p>
            )}
          </header>
          {measure.criteria.length === 0 && <p className="soft">{t("noRubric")}</p>}
          <RubricMarks
            criteria={measure.criteria}
            marks={shown.marks}
            activeId={desk.activeId}
            given={props.given}
            conflict={
              conflict && { name, lines: conflict.lines, choices: conflict.choices, onChoose: grading.choose }
            }
            onActive={desk.setActive}
            onMark={desk.mark}
          />
          <ByHand open={needsPoints || shown.points !== "" || shown.standing !== "graded"}>
            <PointsField
              value={shown.points}
              most={measure.most}
              valid={desk.isValid}
              required={needsPoints}
              onChange={(points) => grading.edit({ points })}
            />
            <StandingField value={shown.standing} onChange={(standing) => grading.edit({ standing })} />
          </ByHand>
        </section>
        {conflict && <ConflictLines grading={grading} name={name} />}
        <LatenessField
          kept={shown.kept}
          suggested={keptSuggested}
          lateBy={lateBy}
          onChange={(kept) => grading.edit({ kept })}
        />
        <FeedbackField
          ref={props.feedbackRef}
          value={shown.feedback}
          kept={grading.keptAt !== null}
          onChange={(feedback) => grading.edit({ feedback })}
          onPhrases={props.onPhrases}
          instead={
            feedbackLine?.on === "feedback" && (
              <SettleText
                about={t("feedback")}
                mine={feedbackLine.mine}
                theirs={feedbackLine.theirs}
                name={name}
                choice={conflict?.choices[feedbackLine.key]}
                canJoin={canJoin(feedbackLine)}
                onChoose={(choice) => grading.choose(feedbackLine.key, choice)}
              />
            )
          }
        />
        {desk.owesReason && !conflict && (
          <ReasonField value={shown.reason} onChange={(reason) => grading.edit({ reason })} />
        )}
        {props.participation}
        {grade && (
          <GradeHistory
            grade={grade}
            staff={staff}
            timeZone={timeZone}
            onRestore={conflict ? undefined : desk.restore}
          />
        )}
      </div>
      <DeskActs
        grading={grading}
        total={said.total}
        suggested={said.participation === null && said.points === null ? props.suggested : null}
        most={measure.most}
        open={desk.open}
        complete={said.complete}
        canSave={desk.canSave}
        canRelease={canRelease}
        onSave={props.onSave}
      />
    </form>
  );
}

/** What is seldom needed: folded away until it says something; then it stays, or a field being emptied would go. */
function ByHand({ open, children }: { open: boolean; children: ReactNode }) {
  const t = useTranslations("grade.desk");
  const [isHeld, setHeld] = useState(open);
  if (open && !isHeld) setHeld(true);
  return (
    <details className="by-hand-in" open={isHeld || undefined}>
      <summary>{t("seldom")}</summary>
      {children}
    </details>
  );
}
