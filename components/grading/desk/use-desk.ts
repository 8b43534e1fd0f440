"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { GradeView } from "@/components/grading/grading-types";
import {
  countsParticipation,
  isComplete,
  isReady,
  isWithin,
  type Measure,
  openCriteria,
  totalOf,
} from "@/domain/grading/measure";
import { readPoints, showPoints } from "@/domain/grading/points";
import { contentOf, type Remark, withRemark } from "./desk-draft";
import type { Grading } from "./use-grading";

/** What the desk works out of the grade that is being written, and what marking does to it. */
export function useDesk(grading: Grading, measure: Measure, focusId: string | null) {
  const t = useTranslations("grade.desk");
  const { shown, grade, conflict } = grading;
  const [active, setActive] = useState<string | null>(null);
  const content = contentOf(shown);
  const open = openCriteria(measure, shown.marks);
  const activeId = focusId ?? active ?? open[0]?.id ?? measure.criteria[0]?.id ?? null;
  const countsPart = countsParticipation(measure);
  const isPartValid =
    content.participation === null ||
    isWithin({ ...measure, most: measure.participation }, content.participation);
  const isValid = content.points === null || isWithin(measure, content.points);
  const owesReason = grade?.stage === "released" && grading.isChanged;
  const owesWhy =
    countsPart &&
    content.participation !== null &&
    content.participation !== content.participationSuggested &&
    content.participationWhy.trim() === "";
  const total = totalOf(measure, content);

  const mark = (criterionId: string, levelId: string) => {
    grading.edit({ marks: { ...shown.marks, [criterionId]: levelId } });
    if (conflict?.lines.some((line) => line.key === `mark:${criterionId}`)) {
      const isTheirs = conflict.theirs.marks[criterionId] === levelId;
      grading.choose(`mark:${criterionId}`, isTheirs ? "theirs" : "mine");
    }
  };
  return {
    grading,
    measure,
    given: { ...content, total, complete: isComplete(measure, content) && isReady(measure, content) },
    /** By name: what still wants a mark. */
    open: [
      ...open.map((criterion) => criterion.name),
      ...(countsPart && content.participation === null ? [t("participation")] : []),
    ],
    activeId,
    setActive,
    mark,
    /** Marks the criterion at hand with its nth level, and goes on to the next that is open. */
    markByDigit: (digit: number) => {
      const criterion = measure.criteria.find((one) => one.id === activeId);
      const level = criterion?.levels[digit - 1];
      if (!criterion || !level) return;
      mark(criterion.id, level.id);
      const isInGroup = document.activeElement?.closest("[role=radiogroup]");
      if (!isInGroup) setActive(open.find((one) => one.id !== criterion.id)?.id ?? criterion.id);
    },
    remark: (subjectId: string, remark: Remark) =>
      grading.edit({ remarks: withRemark(shown, subjectId, remark) }),
    restore: (state: GradeView["history"][number]["state"]) =>
      grading.edit({ ...state, points: state.points ?? "", participation: state.participation ?? "" }),
    mostMarks: showPoints(
      (readPoints(measure.most) ?? 0) - (countsPart ? (readPoints(measure.participation) ?? 0) : 0),
    ),
    countsPart,
    isValid,
    owesReason,
    owesWhy,
    canSave:
      !grading.busy &&
      isValid &&
      isPartValid &&
      !owesWhy &&
      !((owesReason || conflict?.theirs.stage === "released") && shown.reason.trim() === "") &&
      (!conflict || conflict.open === 0),
  };
}

export type Desk = ReturnType<typeof useDesk>;
