"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type CitablePassage, glimpseOf, matchPassages } from "@/domain/prompt/cite-query";

const OFFERED = 8;
/** Enough of a paragraph to know it by. UTF-16 units. */
const GLIMPSE = 120;

interface PassageFieldProps {
  passages: readonly CitablePassage[];
  /** Whether they are still being fetched. */
  isLoading: boolean;
  onChoose: (passage: CitablePassage, query: string) => void;
}

/** Finds a paragraph of any reading by its numbers ("4 9") or its words. */
export function PassageField({ passages, isLoading, onChoose }: PassageFieldProps) {
  const t = useTranslations("evidence.form");
  const id = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = query.trim() === "" ? [] : matchPassages(passages, { opening: "[[", query }, OFFERED);
  const isOpen = found.length > 0;
  const field = useRef<HTMLInputElement>(null);
  const optionId = (index: number) => `${id}-${index}`;

  // It was asked for: this is where the person wants to be.
  useEffect(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !isOpen) return;
    const chosen = found[active];
    if (event.key === "ArrowDown") setActive((active + 1) % found.length);
    else if (event.key === "ArrowUp") setActive((active + found.length - 1) % found.length);
    else if (event.key === "Enter" && chosen && !event.metaKey && !event.ctrlKey) onChoose(chosen, query);
    else if (event.key === "Escape") setQuery("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="field ev-find">
      <label className="fl" htmlFor={id}>
        {t("passage")}
      </label>
      <input
        id={id}
        className="input"
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        ref={field}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="help" id={`${id}-help`}>
        {t(isLoading ? "passagesLoading" : "passageHint")}
      </p>
      <div className="ev-options" role="listbox" id={`${id}-list`} aria-label={t("found")} hidden={!isOpen}>
        {found.map((passage, index) => (
          <div
            key={passage.paragraphId}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => onChoose(passage, query)}
            onKeyDown={(event) => event.key === "Enter" && onChoose(passage, query)}
          >
            <span className="cite">
              {passage.reading} <b>¶{passage.paragraph}</b>
            </span>
            <span className="src" dir="auto">
              {glimpseOf(passage.text, query, GLIMPSE)}
            </span>
          </div>
        ))}
      </div>
      <p className="vh" role="status">
        {query.trim() !== "" && t("foundCount", { count: found.length })}
      </p>
    </div>
  );
}
