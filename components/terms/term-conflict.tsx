"use client";

import { useTranslations } from "next-intl";
import type { TermDraft } from "./term-draft";

interface Props {
  theirs: TermDraft;
  onTheirs: () => void;
  onMine: () => void;
  onBoth: () => void;
}

/** Somebody saved the term meanwhile: theirs is shown above mine, and a person chooses. */
export function TermConflict({ theirs, onTheirs, onMine, onBoth }: Props) {
  const t = useTranslations("term.conflict");
  return (
    <div className="note now" role="alert">
      <div>
        <b>{t("title")}</b>
        <p dir="auto">
          <b>{theirs.name}</b>
          {theirs.gloss && `: ${theirs.gloss}`}
        </p>
        <p>
          {theirs.forms.map(({ language, words }) => (
            <span className="chip" key={`${language}.${words}`} lang={language}>
              {words}
            </span>
          ))}
        </p>
        <p className="tm-foot">
          <button type="button" className="btn" onClick={onTheirs}>
            {t("theirs")}
          </button>
          <button type="button" className="btn" onClick={onMine}>
            {t("mine")}
          </button>
          <button type="button" className="btn" onClick={onBoth}>
            {t("both")}
          </button>
        </p>
      </div>
    </div>
  );
}
