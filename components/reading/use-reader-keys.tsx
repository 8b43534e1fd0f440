"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useShowWaiting } from "@/components/live/live-provider";
import { KeysDialog } from "@/components/ui/keys-dialog";
import { chosenIn } from "./chosen";
import { useDesk } from "./desk-state";
import { paragraphIdOf, positionOf } from "./dom-range";
import { evidencePlaceOf } from "./evidence/place-of";
import { focusFilters } from "./rail/rail-drawer";
import { useHighlightPassage } from "./use-highlight-passage";
import { useNextUnread } from "./use-next-unread";
import { goByParagraph, useRovingParagraph } from "./use-roving-paragraph";

/** Somebody is writing, choosing from a list or in a dialog: the page's keys are theirs. */
const isBusy = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]") !== null;

const isOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest("[role=dialog], [role=menu], [role=alertdialog]") !== null;

/** Signs that many keyboards have only with AltGr or Option: with these held, they are no command. */
const NEEDS_ALT = new Set(["[", "]", "/", "?"]);

/** A command of the browser or the system, not a key of the page. */
const isCommand = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  metaKey || (NEEDS_ALT.has(key) ? ctrlKey && !altKey : ctrlKey || altKey);

/** The reader's keys. The paragraph that has the focus is the one they mean. */
export function useReaderKeys({ onFind }: { onFind: () => void }): {
  keysDialog: ReactNode;
  picking: string | null;
  stopPicking: () => void;
} {
  const t = useTranslations("reader.keys");
  const desk = useDesk();
  const show = useShowWaiting();
  const highlight = useHighlightPassage();
  const toUnread = useNextUnread();
  const [listed, setListed] = useState(false);
  const [picking, setPicking] = useState<string | null>(null);
  const stopPicking = useCallback(() => setPicking(null), []);
  useRovingParagraph();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOpen = desk.held || desk.writing || desk.sheet !== null || desk.citedAt !== null;
      if (event.key === "Escape" && isOpen && !event.defaultPrevented && !isOverlay(event.target)) {
        desk.backToText();
        return;
      }
      if (isBusy(event.target) || isCommand(event) || event.isComposing) return;
      const at = paragraphIdOf(document.activeElement);
      const onText = document.activeElement?.matches(".p, body, main") ?? true;
      const chosen = chosenIn();
      const withChosen = (how: () => void) => () => {
        how();
        window.getSelection()?.removeAllRanges();
      };
      const open = at && onText ? () => desk.openParagraph(positionOf(at)) : undefined;
      const acts: Record<string, (() => void) | undefined> = {
        j: () => goByParagraph(1),
        k: () => goByParagraph(-1),
        ArrowDown: at && onText ? () => goByParagraph(1) : undefined,
        ArrowUp: at && onText ? () => goByParagraph(-1) : undefined,
        c:
          desk.canPost && (at || chosen)
            ? withChosen(() => desk.write(chosen?.place ?? { paragraphId: at, passage: null }))
            : undefined,
        e:
          desk.canPost && (at || chosen)
            ? withChosen(() => {
                const place = chosen?.place ?? { paragraphId: at, passage: null };
                const evidence = evidencePlaceOf(desk.page.id, place);
                if (evidence) desk.gather({ place: evidence, piece: null });
              })
            : undefined,
        w: at ? () => desk.openCited(positionOf(at)) : undefined,
        h: desk.canPost && chosen ? withChosen(() => highlight(chosen.place)) : undefined,
        s: at && desk.canPost ? () => setPicking(at) : undefined,
        t: open,
        Enter: open,
        n: () => show(),
        "]": () => toUnread(false),
        "[": () => toUnread(true),
        f: focusFilters,
        "/": onFind,
        "?": () => setListed(true),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [desk, highlight, onFind, show, toUnread]);

  const keys = [
    { keys: ["j", "k"], label: t("move") },
    { keys: ["c"], label: t("comment") },
    { keys: ["s"], label: t("words") },
    { keys: ["h"], label: t("highlight") },
    { keys: ["e"], label: t("evidence") },
    { keys: ["e", "1", "2", "3"], label: t("relation") },
    { keys: ["w"], label: t("cited") },
    { keys: ["t", "↵"], label: t("threads") },
    { keys: ["]", "["], label: t("unread") },
    { keys: ["n"], label: t("showNew") },
    { keys: ["/"], label: t("find") },
    { keys: ["f"], label: t("filters") },
    { keys: ["esc"], label: t("back") },
    { keys: ["⌘", "↵"], label: t("send") },
    { keys: ["?"], label: t("all") },
  ];
  return {
    keysDialog: <KeysDialog keys={keys} open={listed} onOpenChange={setListed} />,
    picking,
    stopPicking,
  };
}
