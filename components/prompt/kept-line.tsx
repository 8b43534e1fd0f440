"use client";

import { Check, CloudOff, HardDrive } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Answer } from "./use-answer";

/** Where the words are: on this device, on their way, or on the server. Only the loss of the server is spoken. */
export function KeptLine({ answer }: { answer: Answer }) {
  const t = useTranslations("response.kept");
  const format = useFormatter();
  const { mine, writing, pending, unreachable, isPosted } = answer;
  const time = (at: Date) =>
    // This device's own clock: it is its user who reads it.
    format.dateTime(at, { timeStyle: "short", timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const b = (words: React.ReactNode) => <b>{words}</b>;
  return (
    <p className="kept inl">
      <span className="vh" role="status">
        {unreachable && t("unreachable")}
      </span>
      {unreachable ? (
        <>
          <CloudOff className="i s" aria-hidden="true" />
          <span aria-hidden="true">{t("unreachable")}</span>
        </>
      ) : pending === "keep" ? (
        <span>{t("saving")}</span>
      ) : writing.keptAt ? (
        <>
          <HardDrive className="i s" aria-hidden="true" />
          <span>{t.rich("here", { b, at: time(writing.keptAt) })}</span>
        </>
      ) : (
        mine &&
        !isPosted &&
        !writing.changed && (
          <>
            <Check className="i s" aria-hidden="true" />
            <span suppressHydrationWarning>
              {t.rich("there", { b, at: time(answer.savedAt ?? mine.savedAt) })}
            </span>
          </>
        )
      )}
    </p>
  );
}
