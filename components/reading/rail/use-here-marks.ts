"use client";

import { useEffect, useRef } from "react";
import { initials } from "@/components/ui/avatar";

interface Reader {
  name: string;
  at: number | null;
}

/** Initials shown at one place; the rest of a crowd is counted. */
const MOST = 3;

function wordsFor(names: string[]): string[] {
  const shown = names.slice(0, names.length > MOST ? MOST - 1 : MOST).map(initials);
  return shown.length < names.length ? [...shown, `+${names.length - shown.length}`] : shown;
}

/** Writes the initials into a place; pictures of what the bar's list says in words. */
function write(place: Element, words: string[]): void {
  place.replaceChildren(
    ...words.map((letters) => {
      const tag = document.createElement("i");
      tag.textContent = letters;
      return tag;
    }),
  );
}

function writeAt(position: number, words: string[]): void {
  const who = document.querySelector(`#spine .sp[data-p="${position}"] > .who`);
  if (who) write(who, words);
  const handle = document.querySelector(`.page .p[data-p="${position}"] > .handle`);
  if (!handle) return;
  let here = handle.querySelector(".here");
  if (!here) {
    here = document.createElement("span");
    here.className = "here";
    here.setAttribute("aria-hidden", "true");
    handle.append(here);
  }
  write(here, words);
}

/** Shows by their initials who is reading at which paragraph, on the text and on its miniature. */
export function useHereMarks(here: readonly Reader[]): void {
  const before = useRef(new Map<number, string[]>());
  useEffect(() => {
    const names = new Map<number, string[]>();
    for (const { name, at } of here) if (at !== null) names.set(at, [...(names.get(at) ?? []), name]);
    const now = new Map([...names].map(([position, there]) => [position, wordsFor(there)]));
    for (const position of new Set([...before.current.keys(), ...now.keys()])) {
      const words = now.get(position) ?? [];
      if (words.join(" ") !== (before.current.get(position) ?? []).join(" ")) writeAt(position, words);
    }
    before.current = now;
  }, [here]);
}
