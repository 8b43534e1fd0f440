"use client";

import { useState } from "react";
import { type KeyHint, KeysDialog } from "@/components/ui/keys-dialog";
import { usePageKeys } from "@/components/ui/use-page-keys";

/** From one thing that leads somewhere to the next, in the order of the page. */
function go(by: 1 | -1) {
  const all = [...document.querySelectorAll<HTMLElement>("[data-step]")].filter((each) =>
    each.checkVisibility(),
  );
  const held = document.activeElement?.closest<HTMLElement>("[data-step]");
  const at = held ? all.indexOf(held) : -1;
  const next = at < 0 ? all[by === 1 ? 0 : all.length - 1] : all[at + by];
  next?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center", inline: "nearest" });
}

/** Every figure as its table, or as a picture again; only the one that has the focus, if one has. */
function turn() {
  const held = document.activeElement?.closest("[data-figure]");
  const figures = held ? [held] : [...document.querySelectorAll("[data-figure]")];
  const switches = figures.map((figure) => {
    const shownAs = figure.querySelector("[data-views]") ?? figure.querySelector(".seg");
    return [...(shownAs?.querySelectorAll<HTMLElement>("button") ?? [])];
  });
  const isPicture = switches.some(([picture]) => picture?.getAttribute("aria-pressed") === "true");
  for (const [picture, table] of switches) (isPicture ? table : picture)?.click();
}

/** To the question that waits at what has the focus. */
const answer = () =>
  document.activeElement?.closest("[data-step]")?.querySelector<HTMLElement>("[data-answer]")?.click();

/** The page's keys, and their list. */
export function InsightKeys({ keys }: { keys: KeyHint[] }) {
  const [listed, setListed] = useState(false);
  usePageKeys({ j: () => go(1), k: () => go(-1), t: turn, a: answer, "?": () => setListed(true) });
  return <KeysDialog keys={keys} open={listed} onOpenChange={setListed} />;
}
