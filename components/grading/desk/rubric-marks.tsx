"use client";

import { useTranslations } from "next-intl";
import type { Choice, Line } from "@/components/grading/conflict/settle";
import { SettleLine } from "@/components/grading/conflict/settle-line";
import type { Criterion, Marks } from "@/domain/grading/measure";
import { RemarkField } from "./remarks";

interface Conflict {
  name: string;
  lines: Line[];
  choices: Readonly<Record<string, Choice>>;
  onChoose: (key: string, choice: Choice) => void;
}

interface Props {
  criteria: readonly Criterion[];
  marks: Marks;
  /** The criterion the digits mark; its levels are written out. */
  activeId: string | null;
  /** How often each level was given so far, by criterion and level; left out where that is not shown. */
  given: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  conflict: Conflict | null;
  onActive: (criterionId: string) => void;
  onMark: (criterionId: string, levelId: string) => void;
}

const numberOf = (criterion: Criterion, levelId: string | null | undefined) =>
  criterion.levels.findIndex((level) => level.id === levelId) + 1;

/** The rubric as groups of radio buttons: one line a criterion, the one at hand with its levels in words. */
export function RubricMarks({ criteria, marks, activeId, given, conflict, onActive, onMark }: Props) {
  const t = useTranslations("grade.desk");
  const tc = useTranslations("grade.conflict");
  return criteria.map((criterion) => {
    const line = conflict?.lines.find((one) => one.key === `mark:${criterion.id}`);
    const active = criterion.id === activeId && !conflict;
    const open = !conflict && !criterion.levels.some((level) => level.id === marks[criterion.id]);
    const kinds = ["crit", active && "on", open && "open"].filter(Boolean).join(" ");
    const theirs = line ? numberOf(criterion, line.theirs) : 0;
    return (
      <div className={kinds} key={criterion.id}>
        <p className="cn" id={`crit-${criterion.id}`}>
          {criterion.name}
        </p>
        <div
          className={active ? "levels" : "scale"}
          role="radiogroup"
          aria-labelledby={`crit-${criterion.id}`}
          onFocus={() => onActive(criterion.id)}
        >
          {criterion.levels.map((level, at) => (
            <span
              key={level.id}
              className={theirs === at + 1 ? "his" : undefined}
              title={`${level.name}, ${t("points", { points: level.points })}`}
            >
              <input
                className="vh"
                type="radio"
                id={`level-${level.id}`}
                name={`criterion-${criterion.id}`}
                aria-label={`${at + 1}. ${level.name}, ${t("points", { points: level.points })}`}
                checked={marks[criterion.id] === level.id}
                onChange={() => onMark(criterion.id, level.id)}
              />
              <label htmlFor={`level-${level.id}`}>
                {active ? (
                  <>
                    <b>{at + 1}</b>
                    <span className="lt">{level.name}</span>
                    <span className="lp n">{level.points}</span>
                    {given && (
                      <span className="dist" title={t("givenSoFar")}>
                        {given[criterion.id]?.[level.id] ?? 0}
                      </span>
                    )}
                  </>
                ) : (
                  at + 1
                )}
              </label>
            </span>
          ))}
        </div>
        {line && conflict && (
          <SettleLine
            about={criterion.name}
            name={conflict.name}
            said={
              theirs === 0
                ? tc("onlyYou")
                : marks[criterion.id] === undefined
                  ? tc("onlyThey", { name: conflict.name, level: theirs })
                  : tc("theyGive", { name: conflict.name, level: theirs })
            }
            choice={conflict.choices[line.key]}
            onChoose={(choice) => conflict.onChoose(line.key, choice)}
          />
        )}
        {!conflict && <RemarkField subjectId={criterion.id} kind="criterion" about={criterion.name} />}
      </div>
    );
  });
}
