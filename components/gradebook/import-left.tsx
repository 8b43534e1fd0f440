"use client";

import { useTranslations } from "next-intl";
import { changeKey } from "./import-plan";
import type { MarkOutcome } from "./shapes";
import { useWhyNot } from "./use-why-not";

interface Props {
  left: readonly MarkOutcome[];
  nameOf: (studentId: string) => string;
  titleOf: (assignmentId: string) => string;
}

/** As many as are worth reading one by one. */
const MOST = 100;

/** Marks that stayed as they were, each with the reason. */
export function ImportLeft({ left, nameOf, titleOf }: Props) {
  const t = useTranslations("gradebook.import");
  const whyNot = useWhyNot();
  if (left.length === 0) return null;
  return (
    <ul className="asks" aria-label={t("left")}>
      {left.slice(0, MOST).map(
        (outcome) =>
          outcome.refusal && (
            <li key={changeKey(outcome)}>
              <b>
                <bdi>{nameOf(outcome.studentId)}</bdi>, {titleOf(outcome.assignmentId)}
              </b>{" "}
              {whyNot(outcome.refusal)}
            </li>
          ),
      )}
      {left.length > MOST && <li>{t("moreLeft", { count: left.length - MOST })}</li>}
    </ul>
  );
}
