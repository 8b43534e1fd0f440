"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { GradeView } from "@/components/grading/grading-types";
import { Moment } from "@/components/ui/moment";
import { MAX_REASON } from "@/domain/grading/grade";
import type { Choice } from "./settle";

/** Who made a version the newest, and by what; null for oneself, in another tab or by a save whose answer was lost. */
export function saverOf(
  { history, grader }: GradeView,
  staff: Readonly<Record<string, string>>,
  meId: string,
): { act: GradeView["history"][number]["act"]; name: string | null } {
  const last = history.at(-1);
  const actorId = last?.actorId ?? grader.id;
  return { act: last?.act ?? "save", name: actorId === meId ? null : (staff[actorId] ?? grader.name) };
}

interface Props {
  theirs: GradeView;
  by: ReturnType<typeof saverOf>;
  /** How many lines differ. */
  count: number;
  timeZone: string;
  /** Owed when the grade is released; the student reads it. */
  reason: string | null;
  onReason: (reason: string) => void;
  onAll: (choice: Choice) => void;
}

/** Somebody saved first: says so, and settles every line at once for those who want that. */
export function ConflictHead({ theirs, by, count, timeZone, reason, onReason, onAll }: Props) {
  const t = useTranslations("grade.conflict");
  const name = theirs.grader.name;
  const heading = useRef<HTMLHeadingElement>(null);
  // The field that was written in has made room for both versions, and later these for the page: so does the focus.
  useEffect(() => {
    const isNowhere = () => document.activeElement === document.body;
    if (isNowhere()) heading.current?.focus({ preventScroll: true });
    return () => {
      if (isNowhere()) document.getElementById("main")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section className="conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict" className="src" ref={heading} tabIndex={-1}>
        {by.name === null ? t("titleOwn") : t("title", { act: by.act, name: by.name })}
      </h2>
      <p>{t.rich("about", { count, when: () => <Moment at={theirs.updatedAt} timeZone={timeZone} /> })}</p>
      <p className="cf-acts">
        <button className="btn" type="button" aria-keyshortcuts="m" onClick={() => onAll("mine")}>
          {t("keepMine")} <kbd aria-hidden>m</kbd>
        </button>
        <button className="btn" type="button" aria-keyshortcuts="t" onClick={() => onAll("theirs")}>
          {t("takeTheirs", { name })} <kbd aria-hidden>t</kbd>
        </button>
      </p>
      <p className="faint cf-key" aria-hidden>
        <span>
          <i className="k-mine">4</i> {t("keyMine")}
        </span>
        <span>
          <i className="k-his">3</i> {t("keyTheirs", { name })}
        </span>
        <span>{t("lineByLine")}</span>
      </p>
      {reason !== null && (
        <p className="cf-reason">
          <label className="label" htmlFor="conflict-reason">
            {t("reason")}
          </label>
          <input
            id="conflict-reason"
            className="input"
            maxLength={MAX_REASON}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
        </p>
      )}
    </section>
  );
}
