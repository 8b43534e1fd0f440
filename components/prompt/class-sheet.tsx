"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { Blank } from "@/components/ui/blank";
import { ClassFilters } from "./class-filters";
import { ClassList } from "./class-list";
import { HiddenNote } from "./hidden-note";
import type { PromptPage } from "./shapes";
import type { TheClass } from "./use-class";
import type { PromptView } from "./use-view";

interface ClassSheetProps {
  page: PromptPage;
  theClass: TheClass;
  view: PromptView;
  timeZone: string;
  isStaff: boolean;
  isUnread: (id: string) => boolean;
  /** Brings an answer into sight, and the focus to it. */
  onBring: (id: string) => void;
  /** Called once when the class comes into view: others have gone on writing. */
  onShown: () => void;
}

/** The third tab: what has been posted in the groups this person sees, and why it is not shown where it is not. */
export function ClassSheet({
  page,
  theClass,
  view,
  timeZone,
  isStaff,
  isUnread,
  onBring,
  onShown,
}: ClassSheetProps) {
  const t = useTranslations("prompt");
  const id = useId();
  const { hidden, groups } = page;
  const { all, listed } = theClass;

  const shown = useRef(onShown);
  useEffect(() => {
    shown.current();
  }, []);

  const open = (response: string) => {
    view.open(response);
    // On a narrow screen the answer stands below the list.
    if (window.matchMedia("(max-width: 860px)").matches) onBring(response);
  };

  return (
    <section className="list" aria-labelledby={id}>
      <div className="side">
        <h2 className="kick" id={id}>
          {t("class")}
        </h2>
        {!hidden && <p className="dim">{t("posted", { count: all.length })}</p>}
      </div>
      <div className="col">
        <HiddenNote page={page} timeZone={timeZone} />
        {all.length > 0 && (
          <ClassFilters
            theClass={theClass}
            positions={page.positions}
            groups={groups}
            counts={isStaff}
            unread={all.filter(({ response }) => isUnread(response.id)).length}
          />
        )}
        <p className="vh" role="status">
          {listed.length < all.length ? t("filter.shown", { count: listed.length, of: all.length }) : ""}
        </p>
        {listed.length > 0 ? (
          <ClassList
            posted={listed}
            positions={page.positions}
            removed={page.removedPositions}
            groups={groups}
            timeZone={timeZone}
            open={theClass.open?.response.id ?? null}
            isUnread={isUnread}
            hrefOf={(response) => view.hrefOf("class", response)}
            onOpen={open}
          />
        ) : all.length > 0 ? (
          <Blank title={t("filter.nothing")}>
            <button type="button" className="btn" onClick={theClass.reset}>
              {t("filter.reset")}
            </button>
          </Blank>
        ) : (
          !hidden && <Blank title={t("nobodyYet")} />
        )}
        {listed.length > 0 && (
          <p className="more" aria-hidden="true">
            <span className="dim">
              <i className="leg5 on" />
              {t("legend.cited")} <i className="leg5" />
              {t("legend.notCited")}
            </span>
          </p>
        )}
      </div>
    </section>
  );
}
