"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { VoiceName } from "@/components/voice/voice-name";
import { Marked } from "./marked";
import type { FoundIn, Option } from "./use-find";

interface FindResultsProps {
  id: string;
  options: Option[];
  totals: FoundIn["totals"];
  active: number;
  onPoint: (index: number) => void;
  onChoose: (option: Option) => void;
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** What was found, in two groups; the field keeps the focus while the arrow keys go through it. */
export function FindResults({ id, options, totals, active, onPoint, onChoose }: FindResultsProps) {
  const t = useTranslations("find");

  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  const groups = [
    { kind: "text" as const, head: t("text"), total: totals.paragraphs },
    { kind: "comment" as const, head: t("comments"), total: totals.comments },
  ];
  return (
    <div className="found" role="listbox" id={id} aria-label={t("results")}>
      {groups
        .map((group) => ({ ...group, own: options.filter((option) => option.kind === group.kind) }))
        .filter((group) => group.own.length > 0)
        .map(({ kind, head, total, own }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <p className="kick" id={`${id}-${kind}`}>
              {head}{" "}
              <small className="n">
                {own.length < total ? t("of", { shown: own.length, total }) : own.length}
              </small>
            </p>
            {own.map((option) => {
              const index = options.indexOf(option);
              return (
                <div
                  key={option.key}
                  id={optionId(id, index)}
                  className="opt"
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => onPoint(index)}
                  onClick={() => onChoose(option)}
                  onKeyDown={(event) => event.key === "Enter" && onChoose(option)}
                >
                  <Result option={option} />
                </div>
              );
            })}
          </div>
        ))}
    </div>
  );
}

function Result({ option }: { option: Option }) {
  const t = useTranslations("find");
  const { number, position, snippet } = option.found;
  const place = number === null ? t(position === 0 ? "whole" : "unnumbered") : `¶${number}`;
  return (
    <>
      <p className="at">
        <b className="n">{place}</b>
        {option.kind === "comment" && <VoiceName voice={option.found.author} as="span" />}
      </p>
      <p className={option.kind === "text" ? "src" : "gloss"} dir="auto">
        <Marked {...snippet} />
      </p>
    </>
  );
}
