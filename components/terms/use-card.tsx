"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { direction } from "@/domain/reading/direction";
import { PlaceLink } from "./place-link";
import type { Use } from "./shapes";

interface Props {
  courseId: string;
  readingId: string;
  reading: number;
  title: string;
  use: Use;
  chosen: boolean;
  canDiscuss: boolean;
  /** The differences of which it is one side. */
  differences: readonly { id: string }[];
  onChoose: () => void;
  onDifference: (id: string) => void;
}

/** A paragraph in which the term stands: the sentences around it, in each language that has it. */
export function UseCard(props: Props) {
  const { courseId, readingId, reading, title, use, chosen, canDiscuss, differences } = props;
  const t = useTranslations("term");
  const { paragraphId, paragraph } = use;
  const [first] = differences;
  return (
    <article
      className={chosen ? "tm-use card held" : "tm-use card"}
      tabIndex={-1}
      data-use={`${readingId}.${paragraphId}`}
      aria-label={t("useIn", { title, paragraph: paragraph ?? t("uncounted") })}
    >
      {use.excerpts.map((excerpt) => (
        <Excerpt key={`${excerpt.language}.${excerpt.translation}`} excerpt={excerpt} />
      ))}
      <p className="tm-foot">
        <PlaceLink courseId={courseId} place={{ readingId, paragraphId, reading, paragraph }} />
        {first && (
          <button type="button" className="link" onClick={() => props.onDifference(first.id)}>
            {t("differencesHere", { count: differences.length })}
          </button>
        )}
        {canDiscuss && (
          <button type="button" className="btn bare" aria-pressed={chosen} onClick={props.onChoose}>
            {chosen ? t("chosen") : t("choose")}
          </button>
        )}
      </p>
    </article>
  );
}

function Excerpt({ excerpt }: { excerpt: Use["excerpts"][number] }) {
  const t = useTranslations("term");
  const locale = useLocale();
  const { language, translation, text, marks } = excerpt;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark className="t" key={start}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return (
    <>
      {translation && <p className="label">{t("translation", { language: nameOf(language, locale) })}</p>}
      <p className="tm-text src" lang={language} dir={direction(language)}>
        {pieces}
      </p>
    </>
  );
}

/** What a language is called; a tag that nobody knows is its own name. */
export function nameOf(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(language) ?? language;
  } catch {
    return language;
  }
}
