"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { RemarkField } from "@/components/grading/desk/remarks";
import type { QueueStudent, ResponseWork } from "@/components/grading/grading-types";
import { Prose } from "@/components/prose/prose";
import { Moment } from "@/components/ui/moment";
import type { Criterion, Marks } from "@/domain/grading/measure";
import type { Place } from "./gloss-card";
import { CitedPassage } from "./response-work";

interface Props {
  student: QueueStudent;
  answers: readonly ResponseWork[];
  place: Place;
  /** The one criterion that is gone through, to be marked here where the desk is out of sight. */
  criterion: Criterion | null;
  marks: Marks;
  onMark: (criterionId: string, levelId: string) => void;
  /** Turns to all that the student wrote. */
  onWhole: () => void;
}

/** The answer at hand, with the passages it cites beside it. */
export function PromptAnswer({ student, answers, place, criterion, marks, onMark, onWhole }: Props) {
  const t = useTranslations("grade");
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <li className="pv now" ref={here} aria-current="true">
      <header>
        <h2 className="src">
          <bdi>{student.name}</bdi>
        </h2>
        {answers[0] && (
          <p className="faint">
            {t("work.responseFacts", { words: answers[0].words, citations: answers[0].citations.length })}
            {" · "}
            <Moment at={answers[0].at} timeZone={place.timeZone} show="short" />
            {answers[0].late && <span className="late"> · {t("work.late")}</span>}
          </p>
        )}
        <button className="link" type="button" onClick={onWhole}>
          {t("prompts.whole")}
        </button>
      </header>
      {answers.length === 0 && <p className="soft">{t("prompts.noAnswer")}</p>}
      {answers.map((answer) => (
        <article
          className="pv-body"
          key={answer.id}
          data-subject={answer.id}
          data-response=""
          tabIndex={-1}
          aria-label={t("prompts.answerOf", { name: student.name })}
        >
          <div className="src">
            <Prose text={answer.body} citations={answer.citations} courseId={place.courseId} />
            <RemarkField
              subjectId={answer.id}
              kind="response"
              about={t("prompts.answerOf", { name: student.name })}
            />
          </div>
          {answer.citations.length > 0 && (
            <section className="pv-c" aria-label={t("work.cited")}>
              {answer.citations.map((chip) => (
                <CitedPassage
                  key={chip.position}
                  chip={chip}
                  kind={answer.kinds[chip.position]}
                  courseId={place.courseId}
                />
              ))}
            </section>
          )}
        </article>
      ))}
      {criterion && (
        <fieldset className="pv-s">
          <legend>{criterion.name}</legend>
          <div className="scale">
            {criterion.levels.map((level, at) => (
              <span key={level.id}>
                <input
                  className="vh"
                  type="radio"
                  id={`here-${level.id}`}
                  name={`here-${criterion.id}`}
                  aria-label={`${at + 1}. ${level.name}, ${t("desk.points", { points: level.points })}`}
                  checked={marks[criterion.id] === level.id}
                  onChange={() => onMark(criterion.id, level.id)}
                />
                <label htmlFor={`here-${level.id}`}>{at + 1}</label>
              </span>
            ))}
          </div>
        </fieldset>
      )}
    </li>
  );
}
