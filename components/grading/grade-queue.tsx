import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { initials } from "@/components/ui/avatar";
import type { QueueStudent } from "./grading-types";
import { lateness } from "./lateness";
import { QueueMark } from "./queue-mark";

interface Props {
  students: QueueStudent[];
  currentId: string | null;
  hrefOf: (studentId: string) => string;
  /** What can be done for all of them. */
  children?: ReactNode;
}

const kinds = {
  none: "q-none",
  todo: "q-todo",
  draft: "q-draft",
  recalled: "q-draft",
  released: "q-done",
} as const;

function grouped(students: QueueStudent[]): { group: string | null; students: QueueStudent[] }[] {
  const groups: { group: string | null; students: QueueStudent[] }[] = [];
  for (const student of students) {
    const last = groups.at(-1);
    if (last && last.group === student.group) last.students.push(student);
    else groups.push({ group: student.group, students: [student] });
  }
  return groups;
}

/** Everybody who is to be graded, by group, each with how far they are. The neighbours of the current one are fetched ahead. */
export function GradeQueue({ students, currentId, hrefOf, children }: Props) {
  const t = useTranslations("grade");
  const at = students.findIndex((student) => student.id === currentId);
  const near = new Set([students[at - 1]?.id, students[at + 1]?.id]);
  const done = students.filter((student) => student.state === "released").length;
  return (
    <nav className="queue" aria-label={t("queue.label")}>
      <div className="q-head">
        <h2 className="h-sec">{t("queue.title")}</h2>
        <p className="n">
          {t.rich("queue.done", { done, all: students.length, b: (text) => <b>{text}</b> })}
        </p>
      </div>
      {grouped(students).map(({ group, students: members }) => (
        <section key={group ?? ""} aria-label={group ?? t("queue.noGroup")}>
          <h3 className="grp">{group ?? t("queue.noGroup")}</h3>
          <ol className="rows">
            {members.map((student) => (
              <li
                className={student.lateBy > 0 && student.state === "todo" ? "q-late" : kinds[student.state]}
                key={student.id}
              >
                <Link
                  href={hrefOf(student.id)}
                  prefetch={near.has(student.id)}
                  scroll={false}
                  aria-current={student.id === currentId ? "true" : undefined}
                >
                  <QueueMark state={student.state} late={student.lateBy > 0} />
                  <bdi className="nm">{student.name}</bdi>
                  <span className="ini" aria-hidden="true">
                    {initials(student.name)}
                  </span>
                  <Standing student={student} />
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {children}
    </nav>
  );
}

function Standing({ student }: { student: QueueStudent }) {
  const t = useTranslations("grade");
  const { unit, count } = lateness(student.lateBy);
  const late = student.lateBy > 0;
  return (
    <>
      {late && (
        <span className="v late" aria-hidden="true">
          {t(`late.short.${unit}`, { count })}
        </span>
      )}
      {student.total !== null && (
        <span className="v" aria-hidden="true">
          {student.total}
        </span>
      )}
      <span className="vh">
        {", "}
        {t(`state.${student.state}`)}
        {student.total !== null && `, ${student.total}`}
        {late && `, ${t(`late.long.${unit}`, { count })}`}
      </span>
    </>
  );
}
