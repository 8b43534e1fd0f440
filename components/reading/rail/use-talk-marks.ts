"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { heatOf } from "@/domain/reading/miniature";
import { useDesk } from "../desk-state";
import type { Digest } from "../reader-types";
import { noTalk, type Talk, talkByPosition } from "../text/talk";
import { marksByPosition, strokesCss } from "./strokes";

type Marks = ReturnType<typeof marksByPosition>;

interface Written {
  talk: Map<number, Talk>;
  marks: Marks;
}

const written = (digest: Digest): Written => ({
  talk: talkByPosition(digest),
  marks: marksByPosition(digest.marks),
});

const isSameTalk = (a: Talk, b: Talk) => a.comments === b.comments && a.unread === b.unread;
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Keeps the marks of talk on the text and its miniature, which the server drew, as they now are. Only what changed is
 * touched: a text may have hundreds of paragraphs, and most have the talk they had.
 */
export function useTalkMarks(digest: Digest): void {
  const t = useTranslations("reader");
  const before = useRef<Written>(null);
  // The digest from which the server drew the page.
  const first = useRef(useDesk().page.digest);
  useEffect(() => {
    before.current ??= written(first.current);
    const was = before.current;
    const now = written(digest);
    before.current = now;
    const changed = new Set<number>();
    for (const position of new Set([...was.talk.keys(), ...now.talk.keys()])) {
      if (!isSameTalk(was.talk.get(position) ?? noTalk, now.talk.get(position) ?? noTalk))
        changed.add(position);
    }
    for (const position of new Set([...was.marks.keys(), ...now.marks.keys()])) {
      if (!isSame(was.marks.get(position), now.marks.get(position))) changed.add(position);
    }
    for (const position of changed) {
      const talk = now.talk.get(position) ?? noTalk;
      const paragraph = document.querySelector<HTMLElement>(`.page .p[data-p="${position}"]`);
      if (!paragraph) continue;
      const { n } = paragraph.dataset;
      const name = n === undefined ? t("caption") : t("paragraph", { number: Number(n) });
      const said = { name, count: talk.comments, unread: talk.unread };
      const spoken = t("spoken", said);
      writeHandle(paragraph, talk, spoken, t("threadsOf", said));
      writeMiniature(position, talk, now.marks, spoken);
    }
  }, [digest, t]);
}

function writeHandle(paragraph: HTMLElement, talk: Talk, spoken: string, opens: string): void {
  const label = paragraph.querySelector(".handle > .vh");
  if (label) label.textContent = spoken;
  const button = paragraph.querySelector<HTMLElement>(".handle > .talk");
  if (!button) return;
  button.textContent = `${talk.comments}`;
  button.hidden = talk.comments === 0;
  button.toggleAttribute("data-unread", talk.unread > 0);
  button.setAttribute("aria-label", opens);
}

function writeMiniature(position: number, talk: Talk, marks: Marks, spoken: string): void {
  const link = document.querySelector<HTMLElement>(`#spine .sp[data-p="${position}"]`);
  if (!link) return;
  link.setAttribute("aria-label", spoken);
  link.dataset.heat = `${heatOf(talk.comments)}`;
  link.toggleAttribute("data-unread", talk.unread > 0);
  const count = link.querySelector(".ct");
  if (count) count.textContent = talk.comments > 0 ? `${talk.comments}` : "";
  const strokes = strokesCss(marks.get(position), Number(link.dataset.length), Number(link.dataset.lines));
  const miniature = link.querySelector<HTMLElement>(".mini");
  if (strokes) miniature?.style.setProperty("--strokes", strokes);
  else miniature?.style.removeProperty("--strokes");
}
