"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { QueueStudent } from "@/components/grading/grading-types";
import { lateness } from "@/components/grading/lateness";
import { Blank } from "@/components/ui/blank";
import type { Place } from "./gloss-card";
import { amountOf, type Work } from "./news";
import { ReadingWork } from "./reading-work";
import { ResponseWork } from "./response-work";
import { Spread } from "./spread";

interface Props {
  student: QueueStudent;
  work: Work;
  place: Place;
  /** What came since the page was opened, to be looked at when one likes. */
  news: { count: number; since: string; onShow: () => void } | null;
  /** Opens the student's other work. */
  onOther: () => void;
}

const wide = (n: number): CSSProperties & { "--n": number } => ({ "--n": n });

/** Everything one student wrote for the assignment, where it was written. */
export function StudentWork({ student, work, place, news, onOther }: Props) {
  const t = useTranslations("grade");
  const { readings, responses } = work;
  const { comments } = amountOf(work);
  const { unit, count } = lateness(student.lateBy);
  const isEmpty = comments === 0 && responses.length === 0;
  return (
    <div className="leaf student">
      <header className="subject">
        <div className="s-name">
          <h1 className="src">
            <bdi>{student.name}</bdi>
          </h1>
          <p className="soft">
            {student.group && `${student.group} · `}
            {t("work.count", { comments, responses: responses.length })}
            {student.lateBy > 0 && ` · ${t(`late.long.${unit}`, { count })}`}
            {" · "}
            <button className="link" type="button" aria-keyshortcuts="o" onClick={onOther}>
              {t("other.open")}
            </button>
          </p>
          <p className="s-new" role="status">
            {news && (
              <button className="new" type="button" aria-keyshortcuts="." onClick={news.onShow}>
                <span className="sq wait" aria-hidden />
                <b>{t("work.news", { count: news.count })}</b>{" "}
                <span className="opt">{t("work.newsSince", { time: news.since })}</span>{" "}
                <kbd aria-hidden>.</kbd>
              </button>
            )}
          </p>
        </div>
        {!isEmpty && (
          <dl className="s-spread">
            {readings.map((reading) => (
              <div key={reading.id} style={wide(Math.max(4, reading.paragraphs.length))}>
                <dt>
                  <a className="nb" href={`#reading-${reading.id}`}>
                    {reading.position} · {reading.title}
                  </a>
                </dt>
                <dd>
                  <Spread reading={reading} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </header>
      {isEmpty ? (
        <Blank title={t("work.nothing")}>
          <p>{t("work.nothingMore")}</p>
        </Blank>
      ) : (
        <>
          {readings.map((reading) => (
            <ReadingWork key={reading.id} reading={reading} place={place} />
          ))}
          {responses.map((response) => (
            <ResponseWork key={response.id} response={response} place={place} />
          ))}
        </>
      )}
    </div>
  );
}
