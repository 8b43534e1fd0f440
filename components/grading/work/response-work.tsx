"use client";

import { useTranslations } from "next-intl";
import { RemarkField } from "@/components/grading/desk/remarks";
import type { ResponseWork as Response } from "@/components/grading/grading-types";
import { Prose } from "@/components/prose/prose";
import { ParagraphText } from "@/components/reading/text/paragraph-text";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import type { Chip } from "@/domain/prompt/citation";
import type { ParagraphKind } from "@/domain/source/imported";
import { Answered, type Place, Replies } from "./gloss-card";

/** A student's answer to a prompt, or reply to somebody's, with the passages it cites open beside it. */
export function ResponseWork({ response, place }: { response: Response; place: Place }) {
  const t = useTranslations("grade.work");
  const heading = `response-${response.id}`;
  return (
    <article
      className={place.news.has(response.id) ? "rd resp fresh" : "rd resp"}
      aria-labelledby={heading}
      data-subject={response.id}
      data-response=""
      tabIndex={-1}
    >
      <header className="r-head">
        <h2 className="src" id={heading}>
          {response.prompt ? response.prompt.title : t("reply")}
        </h2>
        <p className="faint">
          {t("responseFacts", { words: response.words, citations: response.citations.length })}
          {" · "}
          <Moment at={response.at} timeZone={place.timeZone} />
          {response.late && <span className="late"> · {t("late")}</span>}
        </p>
      </header>
      {response.prompt && (
        <div className="prompt src">
          <Prose text={response.prompt.body} citations={[]} courseId={place.courseId} />
        </div>
      )}
      {response.answers && <Answered said={response.answers} place={place} />}
      <div className="para">
        <span className="pn" />
        <div className="src">
          <Prose text={response.body} citations={response.citations} courseId={place.courseId} />
          <RemarkField subjectId={response.id} kind="response" about={response.prompt?.title ?? t("reply")} />
          <Replies replies={response.replies} place={place} />
        </div>
        {response.citations.length > 0 && (
          <section className="glosses cites" aria-label={t("cited")}>
            {response.citations.map((chip) => (
              <CitedPassage
                key={chip.position}
                chip={chip}
                kind={response.kinds[chip.position]}
                courseId={place.courseId}
              />
            ))}
          </section>
        )}
      </div>
    </article>
  );
}

interface CitedProps {
  chip: Chip;
  /** What the paragraph is. */
  kind: ParagraphKind | undefined;
  courseId: string;
}

/** A cited paragraph in full, and the way to it. */
export function CitedPassage({ chip, kind = "paragraph", courseId }: CitedProps) {
  return (
    <blockquote className="gloss cq">
      <p className="label">
        <Link
          className="link"
          href={`/courses/${courseId}/readings/${chip.readingId}#p-${chip.paragraphId}`}
          prefetch={false}
        >
          {chip.reading} {chip.title}
          {chip.paragraph && ` ¶${chip.paragraph}`}
        </Link>
      </p>
      <div className="src" dir="auto">
        <ParagraphText paragraph={{ kind, text: chip.text }} />
      </div>
    </blockquote>
  );
}
