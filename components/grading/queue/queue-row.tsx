"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { QueueStudent } from "@/components/grading/grading-types";
import { lateness } from "@/components/grading/lateness";
import { isPlainClick } from "@/components/grading/plain-click";
import { initials } from "@/components/ui/avatar";
import { QueueMark } from "./queue-mark";

interface Props {
  student: QueueStudent;
  current: boolean;
  /** The version that what is kept on this device was begun on; undefined where nothing is kept. */
  keptVersion: number | undefined;
  timeZone: string;
  href: string;
  onGo: (studentId: string) => void;
}

const kinds = {
  none: "q-none",
  todo: "q-todo",
  draft: "q-draft",
  recalled: "q-draft",
  released: "q-done",
} as const;

/** Somebody in the queue; the link works in another tab, and here without a new page. */
export function QueueRow({ student, current, keptVersion, timeZone, href, onGo }: Props) {
  const isLate = student.lateBy > 0 && student.state === "todo";
  return (
    <li className={current ? "q-now" : isLate ? "q-late" : kinds[student.state]}>
      <a
        href={href}
        aria-current={current ? "true" : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onGo(student.id);
        }}
      >
        <QueueMark state={student.state} late={student.lateBy > 0} />
        <span className="nm">
          <bdi>{student.name}</bdi>
          {student.unmasked && (
            <span className="faint">
              {" "}
              <bdi>{student.unmasked}</bdi>
            </span>
          )}
        </span>
        <span className="ini" aria-hidden="true">
          {initials(student.name)}
        </span>
        <Standing student={student} keptVersion={keptVersion} timeZone={timeZone} />
      </a>
    </li>
  );
}

/** How somebody stands: two words at most for the eye, all of it for the ear. */
function Standing({ student, keptVersion, timeZone }: Pick<Props, "student" | "keptVersion" | "timeZone">) {
  const t = useTranslations("grade");
  const format = useFormatter();
  const { unit, count } = lateness(student.lateBy);
  const late = student.lateBy > 0;
  const until = student.extended
    ? format.dateTime(student.dueAt, { day: "numeric", month: "short", timeZone })
    : null;
  const marks = [
    student.askedAt && { key: "asked", short: t("queue.askedShort"), long: t("queue.asked") },
    student.changedSince && { key: "changed", short: t("queue.changedShort"), long: t("queue.changed") },
  ].filter((mark) => mark !== null && mark !== false);
  const isKeptHere = keptVersion !== undefined;
  const areTwo = isKeptHere && keptVersion !== student.version;
  const excused = student.standing === "excused";
  const value = isKeptHere
    ? t(areTwo ? "queue.two" : "queue.keptShort")
    : excused
      ? t("standing.excused")
      : (student.total ?? (student.state === "none" && until ? until : null));
  return (
    <>
      {marks.map((mark) => (
        <span className="v q-c" aria-hidden="true" key={mark.key} title={mark.long}>
          {mark.short}
        </span>
      ))}
      {late && student.total === null && (
        <span className="v late" aria-hidden="true">
          {t(`late.short.${unit}`, { count })}
        </span>
      )}
      {value !== null && (
        <span className={areTwo ? "v q-c" : "v"} aria-hidden="true">
          {value}
        </span>
      )}
      <span className="vh">
        {", "}
        {[
          t(`state.${student.state}`),
          excused && t("standing.excused"),
          student.total,
          isKeptHere && t(areTwo ? "queue.two" : "queue.kept"),
          late && t(`late.long.${unit}`, { count }),
          until && t("queue.extended", { until }),
          ...marks.map((mark) => mark.long),
        ]
          .filter(Boolean)
          .join(", ")}
      </span>
    </>
  );
}
