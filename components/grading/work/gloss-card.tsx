"use client";

import { useTranslations } from "next-intl";
import { RemarkField } from "@/components/grading/desk/remarks";
import type { Gloss, Said } from "@/components/grading/grading-types";
import { Prose } from "@/components/prose/prose";
import { Moment } from "@/components/ui/moment";
import { SignalMark, signalClass } from "./signal-mark";

export interface Place {
  courseId: string;
  timeZone: string;
  /** Ids of what came, or changed, after the page was opened. */
  news: ReadonlySet<string>;
}

/** A student's comment beside its paragraph: what it answers above it, what came of it folded below. */
export function GlossCard({ gloss, place }: { gloss: Gloss; place: Place }) {
  const t = useTranslations("grade");
  return (
    <article
      className={["gloss", gloss.signal && signalClass[gloss.signal], place.news.has(gloss.id) && "fresh"]
        .filter(Boolean)
        .join(" ")}
      id={`g-${gloss.letter}`}
      data-subject={gloss.id}
      tabIndex={-1}
      aria-label={t("work.comment", { letter: gloss.letter })}
    >
      <header>
        <b className="gs" aria-hidden>
          {gloss.letter}
        </b>
        {gloss.signal && <SignalMark signal={gloss.signal} />}
        {place.news.has(gloss.id) && <b className="newly">{t("work.new")}</b>}
        {gloss.late && <span className="late">{t("work.late")}</span>}
        <Moment at={gloss.at} timeZone={place.timeZone} show="day" />
      </header>
      {gloss.answers && <Answered said={gloss.answers} place={place} />}
      <Prose text={gloss.body} citations={gloss.citations} courseId={place.courseId} />
      <RemarkField subjectId={gloss.id} kind="comment" about={t("work.comment", { letter: gloss.letter })} />
      <Replies replies={gloss.replies} place={place} />
    </article>
  );
}

/** What a reply answers. */
export function Answered({ said, place }: { said: Said; place: Place }) {
  const t = useTranslations("grade.work");
  return (
    <details className="answered">
      <summary>{t.rich("answers", { name: said.author, b: (name) => <bdi>{name}</bdi> })}</summary>
      <Prose text={said.body} citations={said.citations} courseId={place.courseId} />
    </details>
  );
}

export function Replies({ replies, place }: { replies: Said[]; place: Place }) {
  const t = useTranslations("grade.work");
  if (replies.length === 0) return null;
  return (
    <details className="thread" open={replies.some((reply) => place.news.has(reply.id)) || undefined}>
      <summary>{t("replies", { count: replies.length })}</summary>
      <ol>
        {replies.map((reply) => (
          <li key={reply.id}>
            <b>
              <bdi>{reply.author}</bdi>
            </b>
            <Prose text={reply.body} citations={reply.citations} courseId={place.courseId} />
          </li>
        ))}
      </ol>
    </details>
  );
}
