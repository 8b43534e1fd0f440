"use client";

import { useTranslations } from "next-intl";

interface Props {
  /** The newer text, as one piece. */
  text: string;
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody saved meanwhile: both versions are here, and a person chooses. */
export function StaleNote({ text, onTheirs, onMine }: Props) {
  const t = useTranslations("source.stale");
  return (
    <div className="note now" role="alert">
      <div>
        <b>{t("title")}</b> {t("body")}
        <details>
          <summary className="link">{t("see")}</summary>
          <pre className="read theirs" dir="auto">
            {text}
          </pre>
        </details>
        <p className="acts">
          <button type="button" className="btn" onClick={onTheirs}>
            {t("theirs")}
          </button>
          <button type="button" className="btn" onClick={onMine}>
            {t("mine")}
          </button>
        </p>
      </div>
    </div>
  );
}
