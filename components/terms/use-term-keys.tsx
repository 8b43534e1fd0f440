"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { KeysDialog } from "@/components/ui/keys-dialog";

/** Somebody is writing, or in a dialog or menu: the page's keys are theirs. */
const isBusy = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]") !== null;

const uses = () => [...document.querySelectorAll<HTMLElement>("[data-use]")];

/** The use that has the focus, or holds what has it. */
const findHeld = () => document.activeElement?.closest<HTMLElement>("[data-use]") ?? null;

function go(by: 1 | -1) {
  const all = uses();
  const held = findHeld();
  const at = held ? all.indexOf(held) : -1;
  const next = held ? all[at + by] : all[by === 1 ? 0 : all.length - 1];
  next?.focus();
  next?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * The keys of a term's page: from use to use, into the text, and a difference.
 * @param onChoose is given "reading.paragraph" of the use at hand
 */
export function useTermKeys(onChoose: ((place: string) => void) | null): ReactNode {
  const t = useTranslations("term.keys");
  const [listed, setListed] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isBusy(event.target) || event.ctrlKey || event.metaKey || event.isComposing) return;
      const held = findHeld();
      const acts: Record<string, (() => void) | undefined> = {
        j: () => go(1),
        k: () => go(-1),
        // On a link or a button of the card Enter is theirs.
        Enter: held === document.activeElement ? () => held?.querySelector("a")?.click() : undefined,
        d: held && onChoose ? () => onChoose(held.dataset.use ?? "") : undefined,
        "?": () => setListed(true),
      };
      const act = acts[event.key];
      if (!act || (event.altKey && event.key !== "?")) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onChoose]);
  const keys = [
    { keys: ["j", "k"], label: t("uses") },
    { keys: ["↵"], label: t("open") },
    { keys: ["d"], label: t("difference") },
    { keys: ["?"], label: t("keys") },
  ];
  return <KeysDialog keys={keys} open={listed} onOpenChange={setListed} />;
}
