"use client";

import { useTranslations } from "next-intl";
import { defaultRubric, type RubricDraft } from "@/domain/grading/rubric";

const criteria = ["closeReading", "argument", "evidence", "conversation"] as const;
const levels = ["1", "2", "3", "4", "5"] as const;

/** A rubric of four criteria with five levels each, in the reader's language, scaled to an assignment's points. */
export function useDefaultRubric(): (points: string) => RubricDraft {
  const t = useTranslations("rubric");
  return (points) =>
    defaultRubric(points, {
      title: t("default.title"),
      criteria: criteria.map((name) => t(`default.criteria.${name}`)),
      levels: levels.map((name) => t(`default.levels.${name}`)),
    });
}
