"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { Note } from "@/components/ui/note";
import { ClassList } from "./class-list";
import type { PromptPage } from "./shapes";
import type { useClass } from "./use-class";
import { When } from "./when";

interface ClassSheetProps {
  page: PromptPage;
  theClass: ReturnType<typeof useClass>;
  timeZone: string;
  /** Called once when the class comes into view: others have gone on writing. */
  onShown: () => void;
}

/** The second tab: what has been posted in the groups this person sees, and why it is not shown where it is not. */
export function ClassSheet({ page, theClass, timeZone, onShown }: ClassSheetProps) {
  const t = useTranslations("prompt");
  const id = useId();
  const { hidden, groups } = page;

  const shown = useRef(onShown);
  useEffect(() => {
    shown.current();
  }, []);

  const open = (response: string) => {
    theClass.show(response);
    // On a narrow screen the answer stands below the list.
    if (window.matchMedia("(max-width: 860px)").matches) {
      requestAnimationFrame(() => document.getElementById("open")?.scrollIntoView());
    }
  };

  return (
    <section className="list" aria-labelledby={id}>
      <div className="side">
        <h2 className="kick" id={id}>
          {t("class")}
        </h2>
        <p className="dim">{t("posted", { count: theClass.posted.length })}</p>
      </div>
      <div className="col">
        {hidden && (
          <Note>
            {hidden.until === "due" ? (
              <>
                {t("hidden.due")} <When at={page.prompt.dueAt} timeZone={timeZone} />
              </>
            ) : (
              t("hidden.comments", { count: hidden.owed })
            )}
          </Note>
        )}
        {groups.length > 0 && (
          <p className="filt">
            <label htmlFor={`${id}-group`}>{t("group")}</label>
            <select
              id={`${id}-group`}
              className="input"
              value={theClass.group}
              onChange={(event) => theClass.setGroup(event.target.value)}
            >
              <option value="">{t("allGroups")}</option>
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.name}
                </option>
              ))}
            </select>
          </p>
        )}
        {!(hidden && theClass.posted.length === 0) && (
          <ClassList
            posted={theClass.posted}
            positions={page.positions}
            groups={groups}
            timeZone={timeZone}
            open={theClass.open?.response.id ?? null}
            hrefOf={theClass.hrefOf}
            onOpen={open}
          />
        )}
      </div>
    </section>
  );
}
