"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Link } from "@/components/ui/link";
import { type BehindAt, behindAt, latenessOf } from "./behind";
import type { Choices, StudentBehind } from "./shapes";

interface BehindRowProps {
  courseId: string;
  timeZone: string;
  choices: Choices;
  isOne: boolean;
  student: StudentBehind;
  picked: boolean;
  onPick: (on: boolean) => void;
}

/** One person: to be written to or not, when they were last here, and what is missing, each leading to its place. */
export function BehindRow(props: BehindRowProps) {
  const { courseId, timeZone, choices, isOne, student, picked, onPick } = props;
  const t = useTranslations("insight.behind");
  const format = useFormatter();
  const { at, more } = behindAt(choices, student);
  const seen =
    student.seenAt &&
    format.dateTime(student.seenAt, { weekday: "short", day: "numeric", month: "short", timeZone });
  return (
    <li data-step>
      <label className="check">
        <input type="checkbox" checked={picked} onChange={(event) => onPick(event.target.checked)} />
        <span className="vh">{t("writeTo", { name: student.name })}</span>
      </label>
      <div>
        <p>
          <b dir="auto">{student.name}</b>{" "}
          <span className="faint">{seen ? t("seen", { when: seen }) : t("never")}</span>
        </p>
        <p className="why">
          {at.map((each, index) => (
            <Fragment key={each.assignmentId}>
              {index > 0 && "; "}
              {!isOne && `${each.title}: `}
              <Reasons courseId={courseId} at={each} />
            </Fragment>
          ))}
          {more > 0 && t("andMore", { count: more })}
        </p>
      </div>
    </li>
  );
}

function Reasons({ courseId, at }: { courseId: string; at: BehindAt }) {
  const t = useTranslations("insight.behind.reason");
  return at.reasons.map(({ kind, lateBy, path }, index) => {
    const late = latenessOf(lateBy);
    return (
      <Fragment key={kind}>
        {index > 0 && ", "}
        <Link prefetch={false} href={`/courses/${courseId}${path}`}>
          {kind === "late" ? t(`late.${late.unit}`, { count: late.count }) : t(kind)}
        </Link>
      </Fragment>
    );
  });
}
