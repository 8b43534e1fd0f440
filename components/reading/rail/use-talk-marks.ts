"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { heatOf } from "@/domain/reading/miniature";
import { breathe } from "../breathe";
import type { Digest } from "../reader-types";
import { noTalk, type Talk, talkByPosition } from "../text/talk";
import { marksByPosition, strokesCss } from "./strokes";

type Strokes = Parameters<typeof strokesCss>[0];

interface Marks {
  talk: Talk;
  strokes: Strokes;
}

/** Paragraphs written on before the page is let go again. */
const AT_ONCE = 40;

function marksOf(digest: Digest): Map<number, Marks> {
  const talk = talkByPosition(digest);
  const strokes = marksByPosition(digest.marks);
  const positions = new Set([...talk.keys(), ...strokes.keys()]);
  return new Map(
    [...positions].map((position) => [
      position,
      { talk: talk.get(position) ?? noTalk, strokes: strokes.get(position) },
    ]),
  );
}

/**
 * Keeps the marks of talk on the text and its miniature, which the server drew, as they now are. Only what changed is
 * touched: a text may have hundreds of paragraphs, and most have the talk they had.
 */
export function useTalkMarks(digest: Digest): void {
  const t = useTranslations("reader");
  /** What is written on each paragraph. */
  const written = useRef(new Map<number, string>());
  useEffect(() => {
    const stop = new AbortController();
    const now = marksOf(digest);
    const changed = [...new Set([...written.current.keys(), ...now.keys()])].filter(
      (position) => (written.current.get(position) ?? "") !== (JSON.stringify(now.get(position)) ?? ""),
    );
    const write = (position: number) => {
      const marks = now.get(position);
      written.current.set(position, JSON.stringify(marks) ?? "");
      const { talk, strokes } = marks ?? { talk: noTalk, strokes: undefined };
      const paragraph = document.querySelector<HTMLElement>(`.page .p[data-p="${position}"]`);
      if (!paragraph) return;
      const { n } = paragraph.dataset;
      const name = n === undefined ? t("caption") : t("paragraph", { number: Number(n) });
      const said = { name, count: talk.comments, unread: talk.unread };
      const spoken = t("spoken", said);
      paragraph.setAttribute("aria-label", spoken);
      writeHandle(paragraph, talk, t("threadsOf", said));
      writeMiniature(position, talk, strokes, spoken);
    };
    const writeAll = async () => {
      // After what is painted on the words themselves.
      await breathe();
      for (const [at, position] of changed.entries()) {
        if (at % AT_ONCE === AT_ONCE - 1) await breathe();
        if (stop.signal.aborted) return;
        write(position);
      }
    };
    writeAll();
    return () => stop.abort();
  }, [digest, t]);
}

function writeHandle(paragraph: HTMLElement, talk: Talk, opens: string): void {
  const button = paragraph.querySelector<HTMLElement>(".handle > .talk");
  if (!button) return;
  button.textContent = `${talk.comments}`;
  button.hidden = talk.comments === 0;
  button.toggleAttribute("data-unread", talk.unread > 0);
  button.setAttribute("aria-label", opens);
}

function writeMiniature(position: number, talk: Talk, marks: Strokes, spoken: string): void {
  const link = document.querySelector<HTMLElement>(`#spine .sp[data-p="${position}"]`);
  if (!link) return;
  link.setAttribute("aria-label", spoken);
  link.dataset.heat = `${heatOf(talk.comments)}`;
  link.toggleAttribute("data-unread", talk.unread > 0);
  const count = link.querySelector(".ct");
  if (count) count.textContent = talk.comments > 0 ? `${talk.comments}` : "";
  const strokes = strokesCss(marks, Number(link.dataset.length), Number(link.dataset.lines));
  const miniature = link.querySelector<HTMLElement>(".mini");
  if (strokes) miniature?.style.setProperty("--strokes", strokes);
  else miniature?.style.removeProperty("--strokes");
}
