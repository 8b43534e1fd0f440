"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { describePassage, type Passage } from "@/domain/anchor/passage";
import { type Pick, pickedPlace, step, type Word, wordsOf } from "@/domain/reading/words";
import { type Stretch, sentenceAt } from "../sentence";

interface WordsFieldProps {
  /** The paragraph, whole. */
  text: string;
  chosen: Stretch;
  onChoose: (passage: Passage) => void;
}

/** The words of a stretch, by their order. */
function pickOf({ start, end }: Stretch, words: readonly Word[]): Pick {
  const from = words.findIndex((word) => word.end > start);
  const to = words.findLastIndex((word) => word.start < end);
  return { from: Math.max(0, from), to: Math.max(0, to) };
}

/** The paragraph in which the words are chosen: a click takes a sentence, dragging or the arrows take words. */
export function WordsField({ text, chosen, onChoose }: WordsFieldProps) {
  const t = useTranslations("evidence.form");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useMemo(() => wordsOf(text, "und"), [text]);
  const [pick, setPick] = useState<Pick | null>(null);

  const choose = ({ start, end }: Stretch) => {
    const passage = describePassage(text, start, end);
    if (passage) onChoose({ start: passage.start, end: passage.end, quote: passage.quote });
  };

  // What is chosen is what shows as chosen, also when it was chosen for the person.
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    if (element.selectionStart !== chosen.start || element.selectionEnd !== chosen.end) {
      element.setSelectionRange(chosen.start, chosen.end);
    }
  }, [chosen.start, chosen.end]);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    if (!by || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const next = step(pick ?? pickOf(chosen, words), by, event.shiftKey, words.length);
    const place = pickedPlace(next, words);
    setPick(next);
    if (place) choose(place);
  };

  const onPointerUp = () => {
    const element = field.current;
    if (!element) return;
    setPick(null);
    const { selectionStart: start, selectionEnd: end } = element;
    choose(start === end ? sentenceAt(text, start) : { start, end });
  };

  return (
    <div className="field">
      <label className="fl" htmlFor={id}>
        {t("words")}
      </label>
      <textarea
        id={id}
        ref={field}
        className="input src ev-words"
        readOnly
        dir="auto"
        rows={6}
        value={text}
        aria-describedby={`${id}-help`}
        onKeyDown={onKeyDown}
        // The browser settles the selection only after the pointer was let go.
        onPointerUp={() => requestAnimationFrame(onPointerUp)}
      />
      <p className="help" id={`${id}-help`}>
        {t("wordsHint")}
      </p>
      <blockquote className="src ev-chosen" dir="auto" aria-live="polite">
        {text.slice(chosen.start, chosen.end)}
      </blockquote>
    </div>
  );
}
