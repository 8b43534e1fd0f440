"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/components/trpc/client";
import { ActivityPart } from "./activity-part";
import { BehindList } from "./behind-part";
import { HeatPart } from "./heat-part";
import { Bones, Loaded } from "./loaded";
import { QuestionList, waitingIn } from "./questions-part";
import { RepliesPart } from "./replies-part";
import { readingsIn, type Scope } from "./scope";
import { ScopePickers } from "./scope-pickers";
import type { Choices, Heat, OpenQuestions, StudentBehind } from "./shapes";
import { usePlace } from "./use-place";

interface InsightDeskProps {
  courseId: string;
  meId: string;
  timeZone: string;
  now: Date;
  choices: Choices;
  /** What the server drew the page with: the parts that are seen first, and of what. */
  first: { scope: Scope; heat: Heat | null; questions: OpenQuestions; behind: StudentBehind[] };
  /** The page's heading with its sentences. */
  heading: ReactNode;
  /** Stands beside who answers whom: the answers that nobody has replied to. */
  beside: ReactNode;
  /** The parts that speak of the whole course. */
  children: ReactNode;
}

const noQuestions: OpenQuestions = { questions: [], waiting: {} };

/** The page: what it looks at, and the parts that follow. */
export function InsightDesk(props: InsightDeskProps) {
  const { courseId, meId, timeZone, now, choices, first } = props;
  const t = useTranslations("insight");
  const trpc = useTRPC();
  const [{ reading, ...scope }, go] = usePlace(choices);
  const isFirst =
    first.scope.assignmentId === scope.assignmentId && first.scope.sectionId === scope.sectionId;
  const input = { courseId, ...scope };
  const questions = useQuery({
    ...trpc.insight.questions.queryOptions(input),
    placeholderData: keepPreviousData,
    ...(isFirst && { initialData: first.questions }),
  });
  const behind = useQuery({
    ...trpc.insight.behind.queryOptions(input),
    placeholderData: keepPreviousData,
    ...(isFirst && { initialData: first.behind }),
  });
  const isFirstHeat =
    first.heat !== null && first.heat.readingId === reading?.id && first.scope.sectionId === scope.sectionId;
  return (
    <>
      <header className="top">
        {props.heading}
        <ScopePickers choices={choices} scope={scope} onScope={go} />
      </header>
      <div className="two">
        <HeatPart
          courseId={courseId}
          sectionId={scope.sectionId}
          readings={readingsIn(choices, scope.assignmentId)}
          reading={reading}
          onReading={(number) => go({ reading: String(number) })}
          questions={questions.data ?? noQuestions}
          now={now}
          initial={isFirstHeat ? (first.heat ?? undefined) : undefined}
        />
        <div className="aside">
          <section className="part" id="behind" aria-labelledby="behind-title">
            <header className="part-head">
              <h2 className="h-sec" id="behind-title">
                {t("behind.title")}
              </h2>
            </header>
            <Loaded query={behind} bones={<Bones lines={5} height="57px" />}>
              {(students) => (
                <BehindList
                  courseId={courseId}
                  meId={meId}
                  timeZone={timeZone}
                  choices={choices}
                  isOne={scope.assignmentId !== null}
                  students={students}
                />
              )}
            </Loaded>
          </section>
          <section className="part" id="questions" aria-labelledby="questions-title">
            <header className="part-head">
              <h2 className="h-sec" id="questions-title">
                {t("questions.title")}
              </h2>
              {questions.data && (
                <span className="faint n">{t("questions.count", { count: waitingIn(questions.data) })}</span>
              )}
            </header>
            <Loaded query={questions} bones={<Bones lines={4} height="78px" />}>
              {(open) => <QuestionList courseId={courseId} open={open} now={now} />}
            </Loaded>
          </section>
        </div>
      </div>
      <ActivityPart courseId={courseId} timeZone={timeZone} scope={scope} choices={choices} now={now} />
      <div className="two even">
        <RepliesPart courseId={courseId} scope={scope} />
        {props.beside}
      </div>
      {props.children}
    </>
  );
}
