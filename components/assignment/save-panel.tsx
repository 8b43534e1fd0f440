"use client";

import { useTranslations } from "next-intl";
import type { FormFault } from "./form-state";

interface Props {
  published: boolean;
  dirty: boolean;
  busy: boolean;
  kept: boolean;
  isNew: boolean;
  faults: readonly FormFault[];
  refused: string | null;
  /** Something has to be settled before anything is saved. */
  held: boolean;
  onSave: () => void;
  onPublish: () => void;
}

/** Save or publish, and what stands in the way. */
export function SavePanel(props: Props) {
  const { published, dirty, busy, kept, isNew, faults, refused, held, onSave, onPublish } = props;
  const t = useTranslations("assignment.save");
  const state = busy ? "saving" : dirty ? (kept ? "keptHere" : "unsaved") : isNew ? "notBegun" : "saved";
  return (
    <section className="chgs" aria-labelledby="saving">
      <header>
        <h2 className="kick" id="saving">
          {published ? t("published") : t("draft")}
        </h2>
        <span className="faint" role="status">
          {t(state)}
        </span>
      </header>
      <div role="alert">
        {faults.map((fault) => (
          <p className="err" key={fault}>
            {t(`faults.${fault}`)}
          </p>
        ))}
        {refused && <p className="err">{refused}</p>}
      </div>
      <p className="sv">
        {published ? (
          <button
            type="button"
            className="btn go l"
            disabled={busy || held || !dirty}
            aria-busy={busy}
            onClick={onSave}
          >
            {t("save")} <kbd>⌘S</kbd>
          </button>
        ) : (
          <>
            <button
              type="button"
              className="btn go l"
              disabled={busy || held}
              aria-busy={busy}
              onClick={onPublish}
            >
              {t("publish")}
            </button>
            <button
              type="button"
              className="btn l"
              disabled={busy || held || !(dirty || isNew)}
              aria-busy={busy}
              onClick={onSave}
            >
              {t("saveDraft")} <kbd>⌘S</kbd>
            </button>
          </>
        )}
      </p>
      <p className="help">{published ? t("publishedHelp") : t("draftHelp")}</p>
    </section>
  );
}
