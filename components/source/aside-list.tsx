"use client";

import { useTranslations } from "next-intl";
import type { DraftAside } from "@/domain/source/draft";

interface Props {
  pieces: readonly DraftAside[];
  onPutBack: (id: string) => void;
}

const start = (text: string) => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

/** What does not belong to the text: still there, with its reason and its way back. */
export function AsideList({ pieces, onPutBack }: Props) {
  const t = useTranslations("source.edit");
  return (
    <section className="asides" aria-labelledby="asides">
      <header>
        <h2 className="kick" id="asides">
          {t("setAside")}
        </h2>
        <span className="n">{pieces.length}</span>
      </header>
      {pieces.length === 0 ? (
        <p className="fine">{t("nothingAside")}</p>
      ) : (
        <ul>
          {pieces.map((piece) => (
            <li key={piece.id}>
              <p dir="auto" title={piece.text}>
                {piece.text}
              </p>
              <span className="why">{t(`reasons.${piece.reason}`)}</span>
              <button type="button" className="link" onClick={() => onPutBack(piece.id)}>
                {t("putBack")}
                <span className="vh">: {start(piece.text)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
