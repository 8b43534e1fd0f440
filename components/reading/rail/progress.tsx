"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useDesk } from "../desk-state";
import { paragraphAt } from "../dom-range";
import { useTextView } from "./text-view";
import { useKeepPlace } from "./use-keep-place";

interface Target {
  id: string;
  number: number;
}

/** How far the reading has come, and a way back to where it was left. */
export function Progress() {
  const t = useTranslations("rail");
  const view = useTextView();
  const { page } = useDesk();
  const { place } = page;
  useKeepPlace(view?.at ?? null);
  const [furthest, setFurthest] = useState(place?.furthest ?? 0);
  if (view?.at && view.at > furthest) setFurthest(view.at);
  const [target, setTarget] = useState<Target | null>(null);

  useEffect(() => {
    // An address that names a paragraph or a thread has said where to begin.
    const { hash, search } = window.location;
    if (!place || hash || new URLSearchParams(search).has("thread")) return;
    const paragraph = paragraphAt(place.last);
    const number = Number(paragraph?.dataset.n);
    if (paragraph && number > 2) setTarget({ id: paragraph.id, number });
  }, [place]);

  const counted = numberReached(furthest);
  const isAway = target && view && (view.at ?? 0) < (place?.last ?? 0);
  return (
    <section className="way" aria-label={t("progress")}>
      <p className="due-t">
        <span>
          {view &&
            (view.number === null
              ? t("length", { total: view.total })
              : t("at", { number: view.number, total: view.total }))}
        </span>
        {isAway && (
          <a className="link" href={`#${target.id}`} onClick={() => setTarget(null)}>
            {t("goOn", { number: target.number })}
          </a>
        )}
      </p>
      <progress
        max={view?.total ?? 1}
        value={view ? Math.min(counted, view.total) : 0}
        aria-label={t("read")}
      />
    </section>
  );
}

/** The ¶ number of a position, or of the nearest counted paragraph before it. */
function numberReached(position: number): number {
  if (typeof document === "undefined") return 0;
  for (let at = position; at > 0; at--) {
    const number = Number(paragraphAt(at)?.dataset.n);
    if (number) return number;
  }
  return 0;
}
