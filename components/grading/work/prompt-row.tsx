"use client";

import { useTranslations } from "next-intl";
import { plainWords } from "@/components/grading/desk/plain-words";
import type { QueueStudent, ResponseWork } from "@/components/grading/grading-types";
import type { Criterion, Marks } from "@/domain/grading/measure";

interface Props {
  student: QueueStudent;
  answer: ResponseWork | null;
  criterion: Criterion | null;
  marks: Marks;
  isMarked: boolean;
  onGo: (studentId: string) => void;
}

/** An answer as one line, with what it was given. */
export function PromptRow({ student, answer, criterion, marks, isMarked, onGo }: Props) {
  const t = useTranslations("grade");
  const level = criterion ? criterion.levels.findIndex((one) => one.id === marks[criterion.id]) + 1 : 0;
  return (
    <li className={answer ? "pv" : "pv gone"}>
      <p className="pv-n">
        <button type="button" className="pv-go" onClick={() => onGo(student.id)}>
          <bdi>{student.name}</bdi>
        </button>
      </p>
      <p className={answer ? "src cut" : "faint"} dir="auto">
        {answer ? plainWords(answer.body) : t("prompts.noAnswer")}
      </p>
      <p className="pv-e">
        {answer && (
          <span className="faint">
            {answer.late ? t("work.late") : t("prompts.words", { count: answer.words })}
          </span>
        )}
        <b className={isMarked ? "lvl" : "lvl o"} aria-hidden>
          {level > 0 ? level : isMarked ? "✓" : ""}
        </b>
        <span className="vh">
          {level > 0 ? t("prompts.given", { level }) : t(isMarked ? "prompts.marked" : "prompts.open")}
        </span>
      </p>
    </li>
  );
}
