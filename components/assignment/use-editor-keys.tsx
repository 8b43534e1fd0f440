"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { KeysDialog } from "@/components/ui/keys-dialog";
import { usePageKeys } from "@/components/ui/use-page-keys";
import { editorHints } from "./editor-hints";

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

/** The section that the focus is in, else the first that stands on the screen; then the one before or after it. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".page-assignment .row")];
  const inside = rows.findIndex((row) => row.contains(document.activeElement));
  const seen = rows.findIndex((row) => row.getBoundingClientRect().bottom > 120);
  const next = rows[inside >= 0 ? inside + by : by === 1 ? seen : seen - 1];
  if (!next) return;
  next.scrollIntoView({ block: "start" });
  // A text field would take the next key for itself: the row itself has the focus.
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

interface Keys {
  onSave: () => void;
  onLooker: () => void;
}

/** The editor's keys; gives the list of them. ⌘ or Ctrl with Enter (or S) saves from wherever one is writing. */
export function useEditorKeys({ onSave, onLooker }: Keys): ReactNode {
  const t = useTranslations("assignment.keys");
  const [listed, setListed] = useState(false);
  const latest = useRef(onSave);
  useEffect(() => {
    latest.current = onSave;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.isComposing || event.defaultPrevented) return;
      if (event.key !== "Enter" && event.key.toLowerCase() !== "s") return;
      if (document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  usePageKeys({
    j: () => step(1),
    k: () => step(-1),
    r: () => press("[data-key=r]"),
    p: () => press("[data-key=p]"),
    x: () => press("[data-key=x]"),
    v: onLooker,
    "?": () => setListed(true),
  });

  return <KeysDialog keys={editorHints(t, "all")} open={listed} onOpenChange={setListed} />;
}
