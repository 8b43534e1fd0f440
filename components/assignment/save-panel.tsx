"use client";

import { HardDrive } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Confirm } from "@/components/ui/confirm";
import type { FormFault } from "./form-state";

interface Props {
  published: boolean;
  dirty: boolean;
  busy: boolean;
  keptAt: Date | null;
  isNew: boolean;
  /** How many changes are not saved; null for one that is new. */
  changes: number | null;
  faults: readonly FormFault[];
  refused: string | null;
  /** Something has to be settled before anything is saved. */
  held: boolean;
  /** The changes, and whom they touch. */
  children: ReactNode;
  onSave: () => void;
  onPublish: () => void;
  onUndo: () => void;
}

/** The clock of whoever writes: the time is known only once the page runs in the browser. */
const ownClock = () =>
  ({
    hour: "2-digit",
    minute: "2-digit",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }) as const;

/** What is not saved yet; save or publish, and what stands in the way. */
export function SavePanel(props: Props) {
  const { published, dirty, busy, keptAt, isNew, changes, faults, refused, held, onSave, onPublish } = props;
  const t = useTranslations("assignment.save");
  const format = useFormatter();
  const state = busy ? "saving" : dirty ? (keptAt ? "keptHere" : "unsaved") : isNew ? "notBegun" : "saved";
  const maySave = !busy && !held && (dirty || isNew);
  const heading = useRef<HTMLHeadingElement>(null);
  const was = useRef(published);
  useEffect(() => {
    const justPublished = published && !was.current;
    was.current = published;
    // The button that published it is gone.
    if (justPublished && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [published]);
  return (
    <section className="chgs" aria-labelledby="saving">
      <header>
        <h2 className="kick" id="saving" ref={heading} tabIndex={-1}>
          {published ? t("published") : t("draft")}
        </h2>
        <span className="faint" role="status">
          {changes ? t("changes", { count: changes }) : t(state)}
        </span>
      </header>
      {props.children}
      <div role="alert">
        {faults.map((fault) => (
          <p className="err" key={fault}>
            {t(`faults.${fault}`)}
          </p>
        ))}
        {refused && <p className="err">{refused}</p>}
      </div>
      <div className="sv">
        {!published && (
          <button
            type="button"
            className="btn go l"
            // Not `disabled`: what was pressed keeps the focus while and after it saves.
            aria-disabled={busy || held || undefined}
            aria-busy={busy}
            onClick={() => !busy && !held && onPublish()}
          >
            {t("publish")}
          </button>
        )}
        <button
          type="button"
          className={published ? "btn go l" : "btn l"}
          aria-disabled={!maySave || undefined}
          aria-busy={busy}
          onClick={() => maySave && onSave()}
        >
          {t(published ? "save" : "saveDraft")} <kbd aria-hidden>⌘↵</kbd>
        </button>
        {dirty && !isNew && (
          <Confirm
            title={t("undoTitle")}
            description={t("undoWhy", { count: changes ?? 0 })}
            action={t("undoDo")}
            onConfirm={props.onUndo}
            danger
            trigger={
              <button type="button" className="btn l" disabled={busy}>
                {t("undoAll", { count: changes ?? 0 })}
              </button>
            }
          />
        )}
        {dirty && keptAt && (
          <span className="faint">
            <HardDrive className="i s" aria-hidden="true" />
            {t("keptAt", { time: format.dateTime(keptAt, ownClock()) })}
          </span>
        )}
      </div>
      <p className="help">{published ? t("publishedHelp") : t("draftHelp")}</p>
    </section>
  );
}
