"use client";

import { useTranslations } from "next-intl";

export const views = ["picture", "table"] as const;
export type View = (typeof views)[number];

interface ViewSwitchProps {
  view: View;
  onView: (view: View) => void;
  /** The name of the figure, for whoever hears the switch alone. */
  of: string;
}

/** A figure as its picture, or as its table. */
export function ViewSwitch({ view, onView, of }: ViewSwitchProps) {
  const t = useTranslations("insight.steps");
  return (
    <fieldset className="seg" data-views>
      <legend className="vh">
        {of}: {t("shownAs")}
      </legend>
      {views.map((each) => (
        <button key={each} type="button" aria-pressed={view === each} onClick={() => onView(each)}>
          {t(each)}
        </button>
      ))}
    </fieldset>
  );
}
