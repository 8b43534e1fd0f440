"use client";

import { useTranslations } from "next-intl";
import { Fragment, useId, useState } from "react";
import { letterParts } from "./letter-parts";
import type { StudentBehind } from "./shapes";

interface LetterPreviewProps {
  to: readonly StudentBehind[];
  body: string;
}

/** The letter as one of them will read it; what is filled in stands out. */
export function LetterPreview({ to, body }: LetterPreviewProps) {
  const t = useTranslations("insight.letter");
  const id = useId();
  const [wanted, setWanted] = useState("");
  const reader = to.find((each) => each.id === wanted) ?? to[0];
  if (!reader) return null;
  return (
    <section className="letter-as" aria-label={t("asRead", { name: reader.name })}>
      <p className="kept">
        {to.length === 1 ? (
          <span>{t("asRead", { name: reader.name })}</span>
        ) : (
          <>
            <label htmlFor={id}>{t("as")}</label>
            <select id={id} value={reader.id} onChange={(event) => setWanted(event.target.value)}>
              {to.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </>
        )}
      </p>
      <p className="gloss words" dir="auto">
        {letterParts(reader.name, body).map((part) =>
          part.filled ? (
            <span key={part.at} className="filled">
              {part.text}
            </span>
          ) : (
            <Fragment key={part.at}>{part.text}</Fragment>
          ),
        )}
      </p>
    </section>
  );
}
