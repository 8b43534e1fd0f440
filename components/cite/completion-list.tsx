"use client";

import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Completion, Typed } from "./completions";
import "./completion-list.css";

interface CompletionListProps {
  id: string;
  kind: Typed["kind"];
  options: Completion[];
  active: number;
  onChoose: (option: Completion) => void;
  onPoint: (index: number) => void;
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** The passages or people that answer what is typed. The text field keeps the focus throughout. */
export function CompletionList({ id, kind, options, active, onChoose, onPoint }: CompletionListProps) {
  const t = useTranslations("cite");
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<"above" | "below">("below");

  // Where it floats, it floats to where there is room.
  useLayoutEffect(() => {
    const field = whole.current?.parentElement?.getBoundingClientRect();
    if (field) setSide(field.top > window.innerHeight / 2 ? "above" : "below");
  }, []);

  // A list that opens under the fold is of no use.
  useEffect(() => {
    whole.current?.scrollIntoView({ block: "nearest" });
  }, []);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div className="cpop" data-side={side} ref={whole}>
      <div className="cite-options" role="listbox" id={id} aria-label={t(`offered.${kind}`)} ref={list}>
        {options.map((option, index) => (
          <div
            key={option.id}
            id={optionId(id, index)}
            className={`opt ${kind}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onPoint(index)}
            onClick={() => onChoose(option)}
            onKeyDown={(event) => event.key === "Enter" && onChoose(option)}
          >
            <b className="pn">
              <bdi>{option.name}</bdi>
            </b>
            {option.words && <span dir="auto">{option.words}</span>}
            {option.note && (
              <small>
                <bdi>{option.note}</bdi>
              </small>
            )}
            {(option.labels?.length ?? 0) > 0 && (
              <small className={option.isMissing ? "opt-for missing" : "opt-for"}>
                <span className="vh">{t("putToWorkFor")} </span>
                {option.labels?.join(" · ")}
                {option.isMissing && <span className="vh"> {t("notCitedYet")}</span>}
              </small>
            )}
          </div>
        ))}
      </div>
      <p className="pop-f" aria-hidden="true">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {t("keys.choose")}
        </span>
        <span>
          <kbd>↵</kbd> {t(`keys.${kind}`)}
        </span>
        <span>
          <kbd>esc</kbd> {t("keys.close")}
        </span>
        {kind === "passage" && <span className="dim">{t("keys.type")}</span>}
      </p>
    </div>
  );
}
