"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

const panels = ["queue", "page", "desk"] as const;
export type Panel = (typeof panels)[number];

interface Props {
  studentId: string | null;
  /** What stands under each tab's name: how far one is. */
  notes: Readonly<Record<Panel, string>>;
  queue: ReactNode;
  /** The page and the desk beside it. */
  children: ReactNode;
}

/** The three panes of the grading bench: side by side where there is room, one at a time on a phone. */
export function GradePanels({ studentId, notes, queue, children }: Props) {
  const t = useTranslations("grade.panels");
  const [shown, setShown] = useState<Panel>("page");
  const [subject, setSubject] = useState(studentId);
  if (subject !== studentId) {
    setSubject(studentId);
    if (shown === "queue") setShown("page");
  }
  return (
    <div className="panes" data-panel={shown}>
      <div className="bench">
        {queue}
        {children}
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
            {t(panel)} <span className="n">{notes[panel]}</span>
          </button>
        ))}
      </nav>
    </div>
  );
}
