"use client";

import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { QueueStudent } from "@/components/grading/grading-types";
import type { KeptGrades } from "./kept-grades";
import { QueueRow } from "./queue-row";
import { progressOf, type Section } from "./queue-view";

interface Props {
  students: readonly QueueStudent[];
  sections: Section<QueueStudent>[];
  grouped: boolean;
  currentId: string | null;
  /** For whom there are words on this device that are not saved. */
  drafts: KeptGrades;
  timeZone: string;
  hrefOf: (studentId: string) => string;
  onGo: (studentId: string) => void;
  /** Names of staff, by membership. */
  staff: Readonly<Record<string, string>>;
  /** What the queue is ordered by, and who of it is shown. */
  tools: ReactNode;
  /** What stands in place of the students: prompts and criteria. */
  instead?: ReactNode;
  /** What can be done for all of them. */
  children?: ReactNode;
}

/** Everybody who is to be graded, each with how far they are. */
export function GradeQueue(props: Props) {
  const { students, sections, grouped, currentId, hrefOf, onGo, staff } = props;
  const t = useTranslations("grade");
  const { done, all } = progressOf(students);
  /** Whom a whole group is shared out to, where it is one grader. */
  const graderOf = (members: readonly QueueStudent[]) => {
    const graders = new Set(members.map((student) => student.graderId));
    const only = graders.size === 1 ? members[0]?.graderId : null;
    return only ? staff[only] : undefined;
  };
  return (
    <nav className="queue" aria-label={t("queue.label")}>
      <button className="q-mini iconb" type="button" aria-label={t("queue.open")}>
        <ListFilter className="i" aria-hidden />
      </button>
      <div className="q-head">
        <h2 className="h-sec">{t("queue.title")}</h2>
        <p className="n">{t.rich("queue.done", { done, all, b: (text) => <b>{text}</b> })}</p>
      </div>
      {props.tools}
      {props.instead || (
        <>
          {sections.length === 0 && <p className="q-none-shown soft">{t("queue.nobody")}</p>}
          {sections.map(({ group, students: members }) => {
            const name = group ?? t(grouped ? "queue.noGroup" : "queue.everybody");
            return (
              <section key={group ?? ""} aria-label={name}>
                {grouped && (
                  <h3 className="grp">
                    {name} <span>{graderOf(members)}</span>
                  </h3>
                )}
                <ol className="rows">
                  {members.map((student) => (
                    <QueueRow
                      key={student.id}
                      student={student}
                      current={student.id === currentId}
                      keptVersion={props.drafts.get(student.id)?.version}
                      timeZone={props.timeZone}
                      href={hrefOf(student.id)}
                      onGo={onGo}
                    />
                  ))}
                </ol>
              </section>
            );
          })}
        </>
      )}
      {props.children}
    </nav>
  );
}
