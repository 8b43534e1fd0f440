"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef } from "react";
import type { PromptView, View } from "./use-view";

interface PromptTabsProps {
  view: PromptView;
  allowed: readonly View[];
  /** How far one's own answer is. */
  state: "none" | "draft" | "posted";
  /** Answers given to read and not answered; null until it is known. */
  next: number | null;
  /** Null while the others' answers are not shown. */
  posted: number | null;
  waiting: number;
  onShowWaiting: () => void;
}

/** A prompt's tabs, and what has come meanwhile. */
export function PromptTabs({ view, allowed, state, next, posted, waiting, onShowWaiting }: PromptTabsProps) {
  const t = useTranslations("prompt");
  const row = useRef<HTMLDivElement>(null);
  // On a narrow screen the row is longer than the screen: the open tab comes into it, also when a count widens another,
  // and the page stays where it is.
  useEffect(() => {
    const tabs = row.current;
    const open = tabs?.querySelector<HTMLElement>(`[data-tab="${view.view}"]`);
    if (!tabs || !open) return;
    const observer = new ResizeObserver(() => {
      const inside = open.getBoundingClientRect().left - tabs.getBoundingClientRect().left;
      tabs.scrollLeft += inside - (tabs.clientWidth - open.offsetWidth) / 2;
    });
    for (const tab of tabs.children) observer.observe(tab);
    return () => observer.disconnect();
  }, [view.view]);
  const tab = (name: View) => ({
    href: view.hrefOf(name),
    "data-tab": name,
    "aria-current": view.view === name ? ("page" as const) : undefined,
    onClick: (event: MouseEvent) => {
      // A new tab or window is the browser's own affair.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      if (view.view !== name) view.go(name);
    },
  });
  return (
    <nav className="views" aria-label={t("views")}>
      <p className="side" />
      <div className="col vrow" ref={row}>
        {allowed.includes("write") && (
          <a {...tab("write")}>
            {t("yours")} <small>{state === "none" ? "" : t(`stated.${state}`)}</small>
          </a>
        )}
        {allowed.includes("next") && (
          <a {...tab("next")}>
            {t("next.title")}{" "}
            {next !== null && next > 0 && (
              <small className="r">
                {next}
                <span className="vh"> {t("next.waiting")}</span>
              </small>
            )}
          </a>
        )}
        {allowed.includes("other") && <a {...tab("other")}>{t("other")}</a>}
        <a {...tab("class")}>
          {t("class")} {posted !== null && <small className="n">{t("posted", { count: posted })}</small>}
        </a>
        <span className="newb" role="status">
          {waiting > 0 && (
            <button className="new" type="button" onClick={onShowWaiting}>
              <i className="sq wait" aria-hidden="true" />
              {t.rich("new", { count: waiting, b: (words) => <b>{words}</b> })}
              <span aria-hidden="true">
                <kbd>r</kbd>
              </span>
            </button>
          )}
        </span>
      </div>
    </nav>
  );
}
