"use client";

import { useTranslations } from "next-intl";
import type { Choice } from "./settle";

interface Props {
  /** Names the text: feedback, or a remark by its place. */
  about: string;
  mine: string;
  theirs: string;
  name: string;
  choice: Choice | undefined;
  /** Whether both fit where one stood. */
  canJoin: boolean;
  onChoose: (choice: Choice) => void;
}

/** Two versions of one text, under each other: one of them, or both joined. */
export function SettleText({ about, mine, theirs, name, choice, canJoin, onChoose }: Props) {
  const t = useTranslations("grade.conflict");
  const versions = [
    { of: "mine", label: t("yoursKept"), text: mine, act: t("useMine") },
    { of: "theirs", label: t("theirsSaved", { name }), text: theirs, act: t("useTheirs", { name }) },
  ] as const;
  return (
    <div className="both" role="group" aria-label={t("lineLabel", { about })}>
      {versions.map(({ of, label, text, act }) => (
        <div key={of} className={of === "theirs" ? "b-his" : undefined}>
          <p className="label">
            <span>{label}</span>
            <button type="button" aria-pressed={choice === of} onClick={() => onChoose(of)}>
              {act}
            </button>
          </p>
          <p className="src" dir="auto">
            {text || t("none")}
          </p>
        </div>
      ))}
      {canJoin ? (
        <button
          className="link cf-join"
          type="button"
          aria-pressed={choice === "both"}
          onClick={() => onChoose("both")}
        >
          {t("join")}
          <kbd aria-hidden>b</kbd>
        </button>
      ) : (
        <p className="faint">{t("tooLong")}</p>
      )}
    </div>
  );
}
