"use client";

import { CircleQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { plainWords } from "@/components/grading/desk/plain-words";
import { Link } from "@/components/ui/link";
import { VoiceName } from "@/components/voice/voice-name";
import { useAge } from "./age";
import type { HeatOf, HeatPiece, HeatRow } from "./heat";
import { QuestionActs } from "./question-acts";
import type { OpenQuestion } from "./shapes";

interface HeatPictureProps {
  courseId: string;
  readingId: string;
  of: HeatOf;
  rows: readonly HeatRow[];
  /** Those of this reading. */
  questions: readonly OpenQuestion[];
  now: Date;
}

/** Questions shown in place under one paragraph; the list beside has them all. */
const MOST_HERE = 2;

/** The text itself as the map: shaded where they talk, whole where they talk much, one line where it is quiet. */
export function HeatPicture({ courseId, readingId, of, rows, questions, now }: HeatPictureProps) {
  const t = useTranslations("insight.heat");
  const reader = `/courses/${courseId}/readings/${readingId}`;
  return (
    <ol className="heat">
      {rows.map((row) => {
        const { id, number, language, comments, questions: open } = row.paragraph;
        if (number === null && comments === 0) {
          return (
            <li key={id} className="hp unnumbered">
              <p className="src" lang={language} dir="auto">
                {row.paragraph.text}
              </p>
            </li>
          );
        }
        const path = `${reader}#p-${id}`;
        const here = questions.filter(({ paragraphId }) => paragraphId === id);
        return (
          <li key={id} className={row.hot ? "hp hot" : "hp"} data-step>
            <Link className="pn" prefetch={false} href={path}>
              {number === null ? "§" : `¶${number}`}
              <span className="vh">, {t("counts", { comments, questions: open })}</span>
            </Link>
            <p className="src" lang={language} dir="auto">
              {row.hot
                ? row.pieces.map((piece) => <Piece key={piece.from} piece={piece} path={path} />)
                : row.paragraph.text}
            </p>
            {row.count > 0 && (
              <span className="heat-bar" aria-hidden="true">
                <i style={{ inlineSize: `calc(var(--bar) * ${row.share.toFixed(3)})` }} />
                <b className={of === "questions" ? "n asked" : "n"}>{row.count}</b>
              </span>
            )}
            {row.hot &&
              here
                .slice(0, MOST_HERE)
                .map((question) => (
                  <Asked key={question.threadId} courseId={courseId} question={question} now={now} />
                ))}
          </li>
        );
      })}
    </ol>
  );
}

function Piece({ piece: { text, shade, comments, asked }, path }: { piece: HeatPiece; path: string }) {
  const t = useTranslations("insight.heat");
  if (shade === null) return text;
  return (
    // The paragraph's own link leads there too: one stop for whoever goes by keys.
    <Link
      className={asked ? `warm sh-${shade} asked` : `warm sh-${shade}`}
      prefetch={false}
      href={path}
      tabIndex={-1}
      title={t("words", { count: comments, asked: asked ? "yes" : "no" })}
    >
      {text}
    </Link>
  );
}

interface AskedProps {
  courseId: string;
  question: OpenQuestion;
  now: Date;
}

function Asked({ courseId, question, now }: AskedProps) {
  const t = useTranslations("insight.questions");
  const age = useAge(now);
  const { author, at, same, body } = question;
  return (
    <div className="asked-here">
      <p className="who">
        <CircleQuestionMark className="i s" aria-hidden />
        <span className="vh">{t("one")} </span>
        <VoiceName voice={author} />{" "}
        <span className="faint">
          {[age(at), same > 0 && t("same", { count: same })].filter(Boolean).join(" · ")}
        </span>
      </p>
      <p className="gloss asks" dir="auto">
        {plainWords(body)}
      </p>
      <QuestionActs courseId={courseId} question={question} />
    </div>
  );
}
