"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import type { GradeView } from "@/components/grading/grading-types";
import { whetherOnline } from "@/components/grading/whether-online";
import { Prose } from "@/components/prose/prose";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Moment } from "@/components/ui/moment";
import { MAX_REQUEST } from "@/domain/grading/grade";
import type { GradingPlace } from "./use-grading";

interface Props {
  place: GradingPlace;
  grade: GradeView;
  /** The student's name, or what stands for it. */
  name: string;
  timeZone: string;
  onAnswered: (grade: GradeView) => void;
}

/** The student asked for another look: their words, and the answer to them. */
export function RequestThread({ place, grade, name, timeZone, onAnswered }: Props) {
  const t = useTranslations("grade.request");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const { courseId, assignmentId, studentId, personId } = place;
  const [body, setBody, draft] = useDraft(`grade-answer.${personId}.${grade.id}`);
  const [error, setError] = useState<unknown>(null);
  const answer = useMutation(trpc.grade.answer.mutationOptions(whetherOnline));
  if (grade.requests.length === 0) return null;
  const send = async () => {
    if (body.trim() === "" || answer.isPending) return;
    setError(null);
    try {
      const asked = grade.requests.filter((said) => said.staff === null).length;
      const next = await answer.mutateAsync({
        courseId,
        assignmentId,
        studentId,
        id: draft.id(),
        body,
        asked,
      });
      draft.clear();
      onAnswered(next);
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <section className="asked" aria-labelledby="asked">
      <header className="d-head">
        <h2 className="h-sec" id="asked">
          {t("title")}
        </h2>
        {grade.askedAt && <p className="late">{t("waiting")}</p>}
      </header>
      <ol>
        {grade.requests.map((said) => (
          <li key={said.id}>
            <p className="faint">
              <b>
                <bdi>{said.staff?.name ?? name}</bdi>
              </b>{" "}
              <Moment at={said.at} timeZone={timeZone} show="short" />
            </p>
            <div className="src">
              <Prose text={said.body} citations={[]} courseId={courseId} />
            </div>
          </li>
        ))}
      </ol>
      <label className="fl" htmlFor="answer">
        {t("answer")}
      </label>
      <textarea
        id="answer"
        className="src"
        data-words=""
        dir="auto"
        rows={3}
        maxLength={MAX_REQUEST}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
          // Here it sends the answer, and the desk does not go on to the next student.
          event.preventDefault();
          event.stopPropagation();
          send();
        }}
      />
      {error !== null && (
        <p className="err" role="alert">
          {refusal(error)}
        </p>
      )}
      <p className="row-acts">
        <button
          className="btn"
          type="button"
          aria-disabled={answer.isPending || body.trim() === "" || undefined}
          onClick={send}
        >
          {t("send")}
        </button>
        <span className="faint">{t("sendAbout")}</span>
      </p>
    </section>
  );
}
