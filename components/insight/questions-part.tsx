"use client";

import { useTranslations } from "next-intl";
import { plainWords } from "@/components/grading/desk/plain-words";
import { Link } from "@/components/ui/link";
import { VoiceName } from "@/components/voice/voice-name";
import { useAge } from "./age";
import { More } from "./more";
import { QuestionActs, threadPath } from "./question-acts";
import type { OpenQuestion, OpenQuestions } from "./shapes";

interface QuestionsPartProps {
  courseId: string;
  open: OpenQuestions;
  now: Date;
}

const MOST = 5;

/** How many questions wait, also where not all of them are listed. */
export const waitingIn = ({ waiting }: OpenQuestions): number =>
  Object.values(waiting).reduce((all, count) => all + count, 0);

/** Questions that wait for an answer, who has waited longest first. */
export function QuestionList({ courseId, open, now }: QuestionsPartProps) {
  const t = useTranslations("insight.questions");
  const { questions } = open;
  const beyond = waitingIn(open) - questions.length;
  if (questions.length === 0) return <p className="soft say">{t("none")}</p>;
  return (
    <>
      <More items={questions} most={MOST} label={(count) => t("more", { count })} className="open-questions">
        {(question) => <Question key={question.threadId} courseId={courseId} question={question} now={now} />}
      </More>
      {beyond > 0 && <p className="faint">{t("beyond", { count: beyond })}</p>}
    </>
  );
}

function Question({ courseId, question, now }: { courseId: string; question: OpenQuestion; now: Date }) {
  const t = useTranslations("insight.questions");
  const age = useAge(now);
  const { reading, paragraph, author, same, replies } = question;
  const facts = [
    age(question.at),
    same > 0 && t("same", { count: same }),
    replies > 0 && t("replies", { count: replies }),
  ];
  return (
    <li data-step>
      <p>
        <Link
          className="cite"
          prefetch={false}
          href={threadPath(courseId, question)}
          aria-label={t("place", { reading, paragraph: paragraph ?? 0 })}
        >
          {reading} {paragraph !== null && <b>¶{paragraph}</b>}
        </Link>{" "}
        <VoiceName voice={author} /> <span className="faint">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <p className="gloss asks" dir="auto">
        {plainWords(question.body)}
      </p>
      <QuestionActs courseId={courseId} question={question} />
    </li>
  );
}
