"use client";

import { ListTree, X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
} from "react";
import { InSlot } from "@/components/frame/in-slot";
import { usePresence } from "@/components/live/live-provider";
import { ReadersNow } from "../bar/readers-now";
import { useDigest } from "../data/use-digest";
import { useSettledAddress } from "../text/scroll-to";
import { useNarrow } from "../use-narrow";
import { Filters } from "./filters";
import { MyPart } from "./my-part";
import { Progress } from "./progress";
import { setRailOpen, useRailOpen } from "./rail-drawer";
import { useHereMarks } from "./use-here-marks";
import { useSpineView } from "./use-spine-view";

/** What is due, the contents with their talk, and which threads to show; on a narrow screen a strip that opens. */
export function Rail({ spine }: { spine: ReactNode }) {
  const t = useTranslations("rail");
  const digest = useDigest();
  const { here } = usePresence();
  const isNarrow = useNarrow();
  const isOpen = useRailOpen();
  const opener = useRef<HTMLButtonElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  useHereMarks(here);
  useSpineView();
  useSettledAddress();

  useEffect(() => {
    if (isOpen) closer.current?.focus({ preventScroll: true });
  }, [isOpen]);
  useEffect(() => () => setRailOpen(false), []);

  const close = () => {
    setRailOpen(false);
    opener.current?.focus({ preventScroll: true });
  };
  const drawer = {
    "data-open": "",
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      event.nativeEvent.stopImmediatePropagation();
      close();
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent) => {
      // Gone on by the Tab key: what has the focus must not lie under the drawer. A dialog opened from here is not that.
      if (relatedTarget?.closest("main, .bar") && !currentTarget.contains(relatedTarget)) setRailOpen(false);
    },
    onClick: ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a[href^='#p-']")) setRailOpen(false);
    },
  };
  return (
    <>
      <InSlot id="bar-contents">
        <button
          type="button"
          className="iconb open-rail"
          ref={opener}
          aria-expanded={isOpen}
          aria-controls="rail"
          aria-label={t("open")}
          onClick={() => setRailOpen(!isOpen)}
        >
          <ListTree className="i" aria-hidden />
        </button>
      </InSlot>
      {isOpen && (
        <button type="button" className="rail-veil" tabIndex={-1} aria-label={t("close")} onClick={close} />
      )}
      <aside
        className="rail"
        id="rail"
        aria-label={t("title")}
        inert={isNarrow && !isOpen}
        {...(isOpen && drawer)}
      >
        <div className="rail-head">
          <span className="head-3">{t("title")}</span>
          <button type="button" className="iconb" ref={closer} aria-label={t("close")} onClick={close}>
            <X className="i" aria-hidden />
          </button>
        </div>
        {isNarrow && (
          <section className="now" aria-label={t("now")}>
            <span className="label">{t("now")}</span>
            <ReadersNow />
          </section>
        )}
        <MyPart />
        <Progress />
        {spine}
        <Filters digest={digest} />
      </aside>
    </>
  );
}
