"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { BehindRow } from "./behind-row";
import { LetterForm } from "./letter-form";
import { More } from "./more";
import type { Choices, StudentBehind } from "./shapes";

interface BehindListProps {
  courseId: string;
  meId: string;
  timeZone: string;
  choices: Choices;
  /** Of one assignment its title goes without saying. */
  isOne: boolean;
  students: readonly StudentBehind[];
}

const MOST = 6;

/** Who is falling behind: people to write to, with why in words; no score. */
export function BehindList(props: BehindListProps) {
  const { courseId, meId, choices, students } = props;
  const t = useTranslations("insight.behind");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = students.filter(({ id }) => picked.has(id));
  const isAll = chosen.length === students.length;
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  if (students.length === 0) return <p className="soft say">{t("none")}</p>;
  return (
    <>
      <label className="check every">
        <input
          type="checkbox"
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && !isAll;
          }}
          onChange={() => setPicked(isAll ? new Set() : new Set(students.map(({ id }) => id)))}
        />
        <span>{t("everyone", { count: students.length })}</span>
      </label>
      <More items={students} most={MOST} label={(count) => t("more", { count })} className="behind">
        {(student) => (
          <BehindRow
            key={student.id}
            courseId={courseId}
            timeZone={props.timeZone}
            choices={choices}
            isOne={props.isOne}
            student={student}
            picked={picked.has(student.id)}
            onPick={(on) => pick(student.id, on)}
          />
        )}
      </More>
      <p className="faint rule">{t("rule")}</p>
      <LetterForm courseId={courseId} meId={meId} to={chosen} onSent={() => setPicked(new Set())} />
    </>
  );
}
