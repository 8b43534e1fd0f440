"use client";

import { findCitations } from "@/domain/prompt/citation";
import { AnswerActs } from "./answer-acts";
import { ANSWER_FIELD } from "./answer-sheet";
import { citeFor } from "./cited-for";
import { Coverage } from "./coverage";
import type { PromptPage } from "./shapes";
import { StillMissing } from "./still-missing";
import type { Answer } from "./use-answer";
import type { Citing } from "./use-citing";

interface AnswerMarginProps {
  courseId: string;
  page: PromptPage;
  answer: Answer;
  citing: Citing;
  /** The text that is held against what is asked. */
  body: string;
  editing: boolean;
  onPost: () => void;
  onLeave: () => void;
}

/** What was chosen is gone from the list: the focus goes on to the next, or back to the text. */
const toNextLoose = () =>
  (
    document.querySelector<HTMLElement>(".cov .loose select") ?? document.getElementById(ANSWER_FIELD)
  )?.focus();

/** Beside one's own answer: what is missing, what is cited for which position, and the way out. */
export function AnswerMargin({
  courseId,
  page,
  answer,
  citing,
  body,
  editing,
  onPost,
  onLeave,
}: AnswerMarginProps) {
  const { standing } = citing;
  const { asks } = page.prompt;
  const covers =
    page.positions.length > 0 &&
    (asks.positions.length > 0 ||
      asks.positionsMin > 0 ||
      asks.kind === "compare" ||
      findCitations(body).length > 0);
  const removed = page.removedPositions.filter(({ id }) => standing.citedByPosition[id] !== undefined);
  return (
    <StillMissing standing={standing} asks={asks} positions={[...page.positions, ...page.removedPositions]}>
      {covers && (
        <Coverage
          courseId={courseId}
          standing={standing}
          positions={[...page.positions, ...removed]}
          owed={citing.owed}
          inMatrix={citing.inMatrix}
          loose={citing.loose}
          chipOf={citing.chipAt}
          onCiteFor={
            editing
              ? (mark, position) => {
                  answer.writing.change({ body: citeFor(body, mark, position.short, citing.isNamed) });
                  requestAnimationFrame(toNextLoose);
                }
              : undefined
          }
        />
      )}
      {editing && (
        <AnswerActs
          answer={answer}
          words={standing.words}
          missing={standing.missing}
          onPost={onPost}
          onLeave={answer.isPosted ? onLeave : null}
        />
      )}
    </StillMissing>
  );
}
