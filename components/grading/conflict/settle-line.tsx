"use client";

import { useTranslations } from "next-intl";
import type { Choice } from "./settle";

interface Props {
  /** What the line is about, for whoever hears only the buttons. */
  about: string;
  /** What the other version says. */
  said: string;
  /** The other grader's name. */
  name: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

/** One line of two versions: which of them stays. */
export function SettleLine({ about, said, name, choice, onChoose }: Props) {
  const t = useTranslations("grade.conflict");
  return (
    <div className="df" role="group" aria-label={t("lineLabel", { about })}>
      <span>{said}</span>
      <button type="button" aria-pressed={choice === "mine"} onClick={() => onChoose("mine")}>
        {t("mine")}
      </button>
      <button type="button" aria-pressed={choice === "theirs"} onClick={() => onChoose("theirs")}>
        {t("theirs", { name })}
      </button>
    </div>
  );
}
