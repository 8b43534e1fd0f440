"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

const panels = ["queue", "page", "desk"] as const;

interface Props {
  studentId: string | null;
  queue: ReactNode;
  page: ReactNode;
  desk: ReactNode;
}

/** The three panes of the grading bench: side by side where there is room, one at a time on a phone. */
export function GradePanels({ studentId, queue, page, desk }: Props) {
  const t = useTranslations("grade.panels");
  const [shown, setShown] = useState<(typeof panels)[number]>("page");
  const [subject, setSubject] = useState(studentId);
  if (subject !== studentId) {
    setSubject(studentId);
    if (shown === "queue") setShown("page");
  }
  return (
    <div className="panes" data-panel={shown}>
      <div className="bench">
        {queue}
        {page}
        {desk}
      </div>
      <nav className="ptabs" aria-label={t("label")}>
        {panels.map((panel) => (
          <button
            key={panel}
            type="button"
            data-for={panel}
            aria-pressed={shown === panel}
            onClick={() => setShown(panel)}
          >
            {t(panel)}
          </button>
        ))}
      </nav>
    </div>
  );
}
