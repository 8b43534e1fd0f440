import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Steelman } from "./shapes";

const steps = ["put", "sign", "answer"] as const;

/** How many of the three steps one's own case has behind it. */
function stepsDone(own: Steelman | undefined): number {
  if (!own) return 0;
  if (own.state === "answered") return 3;
  return own.state === "signed" ? 2 : 1;
}

interface StepsProps {
  own: Steelman | undefined;
  /** Whether this person puts a case at all. */
  takesPart: boolean;
}

/** The three steps of putting the other side's case, and which of them is one's own now. */
export function Steps({ own, takesPart }: StepsProps) {
  const t = useTranslations("steelman");
  const done = stepsDone(own);
  return (
    <ol className="steel-steps">
      {steps.map((step, at) => (
        <li
          key={step}
          className={at < done ? "done" : undefined}
          aria-current={takesPart && at === done ? "step" : undefined}
        >
          {t(`steps.${step}`)}
          {at < done && (
            <>
              {" "}
              <Check className="i s" aria-hidden="true" />
              <span className="vh">{t("stepDone")}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
