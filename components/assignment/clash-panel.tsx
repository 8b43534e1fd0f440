"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Clash, clashKey } from "./merge-forms";
import { useClashWords } from "./use-clash-words";
import type { Said } from "./use-form-words";

interface Props {
  clashes: readonly Clash[];
  said: Said;
  onMine: (clash: Clash) => void;
  onTheirs: (clash: Clash) => void;
}

/** What two people changed in different ways, both ways of each: nothing is saved over before a person has chosen. */
export function ClashPanel({ clashes, said, onMine, onTheirs }: Props) {
  const t = useTranslations("assignment.clash");
  const words = useClashWords(said);
  return (
    <section className="note now clashes" aria-labelledby="clashes">
      <TriangleAlert className="i" aria-hidden="true" />
      <div>
        <h2 id="clashes">
          <b>{t("title")}</b>
        </h2>
        <p role="alert">{t("why", { count: clashes.length })}</p>
        <ul>
          {clashes.map((clash) => {
            const { name, mine, theirs } = words(clash);
            return (
              <li key={clashKey(clash)}>
                <h3 className="label" dir="auto">
                  {name}
                </h3>
                <Side
                  label={t("mine")}
                  text={mine}
                  action={t("keepMine")}
                  of={name}
                  onTake={() => onMine(clash)}
                />
                <Side
                  label={t("theirs")}
                  text={theirs}
                  action={t("takeTheirs")}
                  of={name}
                  onTake={() => onTheirs(clash)}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

interface SideProps {
  label: string;
  text: string;
  action: string;
  of: string;
  onTake: () => void;
}

function Side({ label, text, action, of, onTake }: SideProps) {
  const t = useTranslations("assignment.clash");
  return (
    <figure>
      <figcaption className="faint">{label}</figcaption>
      <p className="theirs" dir="auto">
        {text || t("nothing")}
      </p>
      <button type="button" className="btn" onClick={onTake}>
        {action}
        <span className="vh">: {of}</span>
      </button>
    </figure>
  );
}
