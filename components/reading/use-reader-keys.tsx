"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { KeysDialog } from "@/components/ui/keys-dialog";
import { chosenIn } from "./chosen";
import type { Desk } from "./desk-state";
import { paragraphElement, paragraphIdOf } from "./dom-range";

/** Somebody is writing, choosing from a list or in a dialog: the page's keys are theirs. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]") !== null
  );
}

const paragraphs = () => [...document.querySelectorAll<HTMLElement>(".page .p[data-paragraph]")];

function go(by: number): void {
  const all = paragraphs();
  const here = all.findIndex((element) => element.contains(document.activeElement));
  const inView = all.findIndex((element) => element.getBoundingClientRect().bottom > 80);
  const next = here >= 0 ? here + by : inView;
  const element = all[Math.max(0, Math.min(all.length - 1, next))];
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
}

/** The reader's keys. The paragraph that has the focus is the one they mean. */
export function useReaderKeys(desk: Desk): {
  keysDialog: ReactNode;
  picking: string | null;
  stopPicking: () => void;
} {
  const t = useTranslations("reader.keys");
  const [shown, setShown] = useState(false);
  const [picking, setPicking] = useState<string | null>(null);
  const stopPicking = useCallback(() => setPicking(null), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && (desk.held || desk.writing || desk.sheet) && !isOverlay(event.target)) {
        desk.backToText();
        return;
      }
      if (isBusy(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = paragraphIdOf(document.activeElement);
      const onText = document.activeElement?.matches(".p, body, main") ?? true;
      const commentHere = () => {
        desk.write(chosenIn(desk.page)?.place ?? { paragraphId: at, passage: null });
        window.getSelection()?.removeAllRanges();
      };
      const acts: Record<string, (() => void) | undefined> = {
        j: () => go(1),
        k: () => go(-1),
        ArrowDown: at && onText ? () => go(1) : undefined,
        ArrowUp: at && onText ? () => go(-1) : undefined,
        c: desk.canPost && (at || chosenIn(desk.page)) ? commentHere : undefined,
        s: at && desk.canPost ? () => setPicking(at) : undefined,
        t: at ? () => desk.openParagraph(at) : undefined,
        Enter: at && onText ? () => desk.openParagraph(at) : undefined,
        "?": () => setShown(true),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [desk]);

  useEffect(() => {
    // One paragraph at a time is a stop of the Tab key: the one last visited, at first the first.
    const visit = (visited: Element | undefined) => {
      for (const paragraph of paragraphs()) paragraph.tabIndex = paragraph === visited ? 0 : -1;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(".page .p[data-paragraph]")) visit(target);
    };
    visit(paragraphs()[0]);
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);

  useEffect(() => {
    // A paragraph named in the address is where reading goes on.
    const id = decodeURIComponent(window.location.hash.replace(/^#p-/, ""));
    if (id) paragraphElement(id)?.focus();
  }, []);

  const keys = [
    { keys: ["j", "k"], label: t("move") },
    { keys: ["c"], label: t("comment") },
    { keys: ["s"], label: t("words") },
    { keys: ["t", "↵"], label: t("threads") },
    { keys: ["esc"], label: t("back") },
    { keys: ["⌘", "↵"], label: t("send") },
    { keys: ["?"], label: t("all") },
  ];
  return {
    keysDialog: <KeysDialog keys={keys} open={shown} onOpenChange={setShown} />,
    picking,
    stopPicking,
  };
}

const isOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest("[role=dialog], [role=menu], [role=alertdialog]") !== null;
