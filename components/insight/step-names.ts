import { useTranslations } from "next-intl";
import type { Step } from "./journey-steps";

/** What the moments of a class are called: at the head of a narrow column, and in full. */
export function useStepNames() {
  const t = useTranslations("insight.steps");
  return {
    short: (step: Step) => (step.kind === "reading" ? String(step.number) : t(`short.${step.kind}`)),
    column: (step: Step) =>
      step.kind === "reading" ? t("after", { number: step.number }) : t(`column.${step.kind}`),
    full: (step: Step) =>
      step.kind === "reading"
        ? t("afterReading", { number: step.number, title: step.title })
        : t(`full.${step.kind}`),
  };
}
