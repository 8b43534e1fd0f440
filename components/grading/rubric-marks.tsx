"use client";

import { useTranslations } from "next-intl";
import type { Criterion, Marks } from "@/domain/grading/measure";

interface Props {
  criteria: readonly Criterion[];
  marks: Marks;
  /** The criterion the digits mark; its levels are written out. */
  activeId: string | null;
  onActive: (criterionId: string) => void;
  onMark: (criterionId: string, levelId: string) => void;
}

/** The rubric as groups of radio buttons: one line a criterion, the one at hand with its levels in words. */
export function RubricMarks({ criteria, marks, activeId, onActive, onMark }: Props) {
  const t = useTranslations("grade.desk");
  return criteria.map((criterion) => {
    const active = criterion.id === activeId;
    const open = !criterion.levels.some((level) => level.id === marks[criterion.id]);
    const kinds = ["crit", active && "on", open && "open"].filter(Boolean).join(" ");
    return (
      <div
        className={kinds}
        role="radiogroup"
        aria-labelledby={`crit-${criterion.id}`}
        key={criterion.id}
        onFocus={() => onActive(criterion.id)}
      >
        <p className="cn" id={`crit-${criterion.id}`}>
          {criterion.name}
        </p>
        <div className={active ? "levels" : "scale"}>
          {criterion.levels.map((level, at) => (
            <span key={level.id} title={`${level.name}, ${t("points", { points: level.points })}`}>
              <input
                className="vh"
                type="radio"
                id={`level-${level.id}`}
                name={`criterion-${criterion.id}`}
                aria-label={level.name}
                checked={marks[criterion.id] === level.id}
                onChange={() => onMark(criterion.id, level.id)}
              />
              <label htmlFor={`level-${level.id}`}>
                {active ? (
                  <>
                    <b>{at + 1}</b>
                    <span className="lt">{level.name}</span>
                    <span className="lp n">{level.points}</span>
                  </>
                ) : (
                  at + 1
                )}
              </label>
            </span>
          ))}
        </div>
      </div>
    );
  });
}
