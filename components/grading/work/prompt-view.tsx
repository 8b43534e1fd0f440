"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { QueueStudent } from "@/components/grading/grading-types";
import { isMarkedOn } from "@/components/grading/prompt-progress";
import { Prose } from "@/components/prose/prose";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";
import type { Criterion, Marks } from "@/domain/grading/measure";
import type { Place } from "./gloss-card";
import { PromptAnswer } from "./prompt-answer";
import { PromptRow } from "./prompt-row";

interface Props {
  place: Place & { assignmentId: string };
  promptId: string;
  /** The one criterion that is gone through; null for all of them. */
  criterion: Criterion | null;
  criteria: readonly Criterion[];
  /** In the order they are gone through. */
  students: readonly QueueStudent[];
  currentId: string;
  /** What is marked on the desk for the one at hand. */
  marks: Marks;
  onGo: (studentId: string) => void;
  onMark: (criterionId: string, levelId: string) => void;
  onWhole: () => void;
}

/** One prompt over all students: the answer at hand stands open, the others are a line each with what they were given. */
export function PromptView(props: Props) {
  const { place, promptId, criterion, criteria, students, currentId, marks, onGo, onMark, onWhole } = props;
  const t = useTranslations("grade.prompts");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const { courseId, assignmentId } = place;
  const { data, error } = useQuery(trpc.grade.byPrompt.queryOptions({ courseId, assignmentId, promptId }));
  if (error) return <Blank title={refusal(error)} bad />;
  if (!data) return <p className="leaf soft">{t("loading")}</p>;
  const { prompt } = data;
  const byId = new Map(data.students.map((student) => [student.id, student]));
  const wanted = criterion ? [criterion] : criteria;
  const marksOf = (id: string): Marks => (id === currentId ? marks : (byId.get(id)?.grade?.marks ?? {}));
  const isMarked = (id: string) => isMarkedOn(wanted, marksOf(id));
  const answered = students.filter((student) => byId.has(student.id));
  const done = answered.filter((student) => isMarked(student.id)).length;
  return (
    <div className="leaf prompt-view">
      <header className="subject">
        <p className="pv-k soft">
          {t("progress", { done, all: answered.length })}
          {criterion && (
            <>
              {" · "}
              {t.rich("only", { criterion: criterion.name, b: (text) => <b>{text}</b> })}
            </>
          )}
        </p>
        <h1 className="src">{prompt.title}</h1>
      </header>
      <div className="prompt src">
        <Prose text={prompt.body} citations={[]} courseId={courseId} />
      </div>
      <ol>
        {students.map((student) =>
          student.id === currentId ? (
            <PromptAnswer
              key={student.id}
              student={student}
              answers={byId.get(student.id)?.answers ?? []}
              place={place}
              criterion={criterion}
              marks={marks}
              onMark={onMark}
              onWhole={onWhole}
            />
          ) : (
            <PromptRow
              key={student.id}
              student={student}
              answer={byId.get(student.id)?.answers[0] ?? null}
              criterion={criterion}
              marks={marksOf(student.id)}
              isMarked={isMarked(student.id)}
              onGo={onGo}
            />
          ),
        )}
      </ol>
    </div>
  );
}
