"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FlowPage } from "@/components/stance/shapes";
import type { Steps } from "./journey-steps";
import { StepsPicture } from "./steps-picture";
import { StepsTable } from "./steps-table";

interface StepsFigureProps {
  courseId: string;
  steps: Steps;
  positions: FlowPage["positions"];
}

/** Every student's way through the positions, as lines or as a table with names; on paper both. */
export function StepsFigure({ courseId, steps, positions }: StepsFigureProps) {
  const t = useTranslations("insight.steps");
  const [view, setView] = useState<"picture" | "table">("picture");
  return (
    <figure className="steps" data-figure>
      <figcaption className="flow-head">
        <span>{t("caption")}</span>
        <fieldset className="seg">
          <legend className="vh">{t("shownAs")}</legend>
          {(["picture", "table"] as const).map((each) => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
              {t(each)}
            </button>
          ))}
        </fieldset>
      </figcaption>
      <div className="on-paper" hidden={view !== "picture"}>
        <StepsPicture steps={steps} positions={positions} />
      </div>
      <div className="on-paper" hidden={view !== "table"}>
        <StepsTable courseId={courseId} steps={steps} positions={positions} />
      </div>
    </figure>
  );
}
