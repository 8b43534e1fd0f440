"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type CitablePassage, glimpseOf } from "@/domain/prompt/cite-query";

interface CiteListProps {
  id: string;
  passages: CitablePassage[];
  /** What they were found by. */
  query: string;
  active: number;
  onChoose: (passage: CitablePassage) => void;
  onPoint: (index: number) => void;
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** Enough of a paragraph to know it by; the rest is in the reading. UTF-16 units. */
const GLIMPSE = 160;

/** The passages that answer what is typed after `[[` or `¶`. The text field keeps the focus throughout. */
export function CiteList({ id, passages, query, active, onChoose, onPoint }: CiteListProps) {
  const t = useTranslations("response");
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  // A list that opens under the fold is of no use.
  useEffect(() => {
    whole.current?.scrollIntoView({ block: "nearest" });
  }, []);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div className="cpop" ref={whole}>
      <div className="cite-options" role="listbox" id={id} aria-label={t("passages")} ref={list}>
        {passages.map((passage, index) => (
          <div
            key={`${passage.readingId} ${passage.paragraphId}`}
            id={optionId(id, index)}
            className="opt"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onPoint(index)}
            onClick={() => onChoose(passage)}
            onKeyDown={(event) => event.key === "Enter" && onChoose(passage)}
          >
            <b className="pn">
              {passage.reading} ¶{passage.paragraph}
            </b>
            <span dir="auto">{glimpseOf(passage.text, query, GLIMPSE)}</span>
            <small>{passage.title}</small>
          </div>
        ))}
      </div>
      <p className="pop-f" aria-hidden="true">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {t("keys.choose")}
        </span>
        <span>
          <kbd>↵</kbd> {t("keys.cite")}
        </span>
        <span>
          <kbd>esc</kbd> {t("keys.close")}
        </span>
        <span className="dim">{t("keys.type")}</span>
      </p>
    </div>
  );
}
