"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { usePassages } from "@/components/cite/use-passages";
import { type CitablePassage, glimpseOf, matchPassages } from "@/domain/prompt/cite-query";
import type { MovingPassage } from "./shapes";

/** As many as fit on a small screen without scrolling the page. */
const OFFERED = 6;
/** Enough of a paragraph to know it by. UTF-16 units. */
const GLIMPSE = 120;

interface PassagePickerProps {
  courseId: string;
  /** The reading whose passages are offered first. */
  readingId: string | null;
  value: MovingPassage | null;
  onChange: (passage: MovingPassage | null) => void;
}

/** One passage of all the readings, found by its number or its words; chosen, it can be taken back. */
export function PassagePicker({ courseId, readingId, value, onChange }: PassagePickerProps) {
  const t = useTranslations("stance.passage");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const clear = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState(0);
  const { passages } = usePassages(courseId, wanted);
  const isHere = (passage: CitablePassage) => Number(passage.readingId === readingId);
  const inOrder = readingId ? [...passages].sort((one, other) => isHere(other) - isHere(one)) : passages;
  const offered = open ? matchPassages(inOrder, { opening: "[[", query }, OFFERED) : [];

  const choose = (passage: CitablePassage | undefined) => {
    if (!passage) return;
    onChange(passage);
    setQuery("");
    setOpen(false);
    turned.current = true;
  };
  // The field makes room for the passage, and the passage for the field: the focus goes along, before the dialog
  // finds that it was lost.
  useLayoutEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    (clear.current ?? field.current)?.focus();
  });
  // A list that opens under the dialog's edge is of no use.
  const isOffered = offered.length > 0;
  useEffect(() => {
    if (isOffered) list.current?.scrollIntoView({ block: "nearest" });
  }, [isOffered]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" && !open) setOpen(true);
    else if (offered.length === 0) return;
    else if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if (event.key === "Enter") choose(offered[active]);
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (value) {
    return (
      <div className="field">
        <span className="fl">{t("label")}</span>
        <p className="stance-chosen">
          <span className="cite">
            {value.reading} <b>¶{value.paragraph}</b>
          </span>
          <span className="stance-words" dir="auto">
            {glimpseOf(value.text, "", GLIMPSE)}
          </span>
          <button
            ref={clear}
            className="iconb"
            type="button"
            aria-label={t("clear", { reading: value.reading, paragraph: String(value.paragraph ?? "") })}
            onClick={() => {
              turned.current = true;
              onChange(null);
            }}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </p>
      </div>
    );
  }
  return (
    <div className="field">
      <label className="fl" htmlFor={id}>
        {t("label")} <small>{t("optional")}</small>
      </label>
      <input
        id={id}
        ref={field}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t("placeholder")}
        value={query}
        onFocus={() => setWanted(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
          setOpen(true);
        }}
      />
      <div className="stance-options" ref={list} role="listbox" id={`${id}-list`} aria-label={t("offered")}>
        {offered.map((passage, index) => (
          <div
            key={`${passage.readingId} ${passage.paragraphId}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(passage)}
            onKeyDown={(event) => event.key === "Enter" && choose(passage)}
          >
            <b className="n">
              {passage.reading} ¶{passage.paragraph}
            </b>
            <span dir="auto">{glimpseOf(passage.text, query, GLIMPSE)}</span>
          </div>
        ))}
      </div>
      <span className="vh" role="status">
        {open && wanted ? t("count", { count: offered.length }) : ""}
      </span>
    </div>
  );
}
