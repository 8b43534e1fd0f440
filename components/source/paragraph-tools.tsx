"use client";

import { useTranslations } from "next-intl";
import type { DraftParagraph } from "@/domain/source/draft";
import { PARAGRAPH_KINDS } from "@/domain/source/imported";
import type { LanguageChoice } from "./languages";

interface Props {
  row: DraftParagraph;
  label: string;
  isFirst: boolean;
  languages: readonly LanguageChoice[];
  onJoin: () => void;
  onSplit: () => void;
  onAside: () => void;
  onKind: (kind: DraftParagraph["kind"], level: number | null) => void;
  onLanguage: (language: string | null) => void;
}

const levels = [2, 3, 4] as const;
const kindValue = (row: DraftParagraph) => (row.kind === "heading" ? `heading-${row.level ?? 2}` : row.kind);

/** What can be done with the paragraph in hand. */
export function ParagraphTools(props: Props) {
  const { row, label, isFirst, languages, onJoin, onSplit, onAside, onKind, onLanguage } = props;
  const t = useTranslations("source.edit");
  const chooseKind = (value: string) => {
    const level = levels.find((candidate) => value === `heading-${candidate}`);
    const kind = level ? "heading" : PARAGRAPH_KINDS.find((candidate) => candidate === value);
    if (kind) onKind(kind, level ?? null);
  };
  return (
    <div className="ops" role="group" aria-label={t("tools", { label })}>
      <button type="button" disabled={isFirst} onClick={onJoin} title={t("joinHelp")}>
        {t("join")}
      </button>
      <button type="button" onClick={onSplit} title={t("splitHelp")}>
        {t("split")}
        <kbd>↵</kbd>
      </button>
      <button type="button" onClick={onAside}>
        {t("aside")}
      </button>
      <select
        aria-label={t("kind")}
        value={kindValue(row)}
        onChange={(event) => chooseKind(event.target.value)}
      >
        {PARAGRAPH_KINDS.flatMap((kind) =>
          kind === "heading" ? (
            levels.map((level) => (
              <option key={level} value={`heading-${level}`}>
                {t("headingLevel", { level: level - 1 })}
              </option>
            ))
          ) : (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ),
        )}
      </select>
      <select
        aria-label={t("rowLanguage")}
        value={row.language ?? ""}
        onChange={(event) => onLanguage(event.target.value || null)}
      >
        <option value="">{t("sameLanguage")}</option>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
