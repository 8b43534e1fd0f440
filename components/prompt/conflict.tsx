"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

interface ConflictProps {
  mine: string;
  theirs: { version: number; body: string };
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two texts of one answer, side by side: nothing is overwritten until a person has chosen. */
export function Conflict({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictProps) {
  const t = useTranslations("response.conflict");
  return (
    <section className="both note now" aria-labelledby="both-texts">
      <TriangleAlert className="i" aria-hidden="true" />
      <div>
        <h3 id="both-texts">
          <b>{t("title")}</b>
        </h3>
        <p>{t("why")}</p>
        <div className="texts">
          <figure>
            <figcaption className="label">{t("mine")}</figcaption>
            <textarea className="src" readOnly aria-label={t("mine")} value={mine} />
            <button className="btn" type="button" onClick={onKeepMine}>
              {t("keepMine")}
            </button>
          </figure>
          <figure>
            <figcaption className="label">{t("theirs", { version: theirs.version })}</figcaption>
            <textarea
              className="src"
              readOnly
              aria-label={t("theirs", { version: theirs.version })}
              value={theirs.body}
            />
            <button className="btn" type="button" onClick={onTakeTheirs}>
              {t("takeTheirs")}
            </button>
          </figure>
        </div>
      </div>
    </section>
  );
}
