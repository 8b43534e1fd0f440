"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { SourceDraft } from "@/domain/source/draft";
import type { DraftEdit } from "@/domain/source/draft-edit";
import type { LanguageChoice } from "./languages";

type Field = Extract<DraftEdit, { type: "field" }>["field"];

interface Props {
  draft: SourceDraft;
  languages: readonly LanguageChoice[];
  onField: (field: Field, value: string) => void;
}

const lines = ["title", "byline", "origin"] as const;

/** What is said about a text: its title, who wrote it, where it comes from, its language. */
export function SourceFields({ draft, languages, onField }: Props) {
  const t = useTranslations("source.edit");
  const id = useId();
  return (
    <div className="about">
      {lines.map((name) => (
        <div className="field" key={name}>
          <label className="fl" htmlFor={`${id}-${name}`}>
            {t(name)}
          </label>
          <input
            id={`${id}-${name}`}
            className={name === "title" ? "input src" : "input"}
            dir="auto"
            maxLength={300}
            required={name === "title"}
            value={draft[name]}
            onChange={(event) => onField(name, event.target.value)}
          />
        </div>
      ))}
      <div className="field">
        <label className="fl" htmlFor={`${id}-language`}>
          {t("language")}
        </label>
        <select
          id={`${id}-language`}
          className="input"
          value={draft.language}
          onChange={(event) => onField("language", event.target.value)}
        >
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
