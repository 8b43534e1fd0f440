"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useBook } from "./book-context";
import { countOf, type Showing, traits } from "./showing";

interface Props {
  showing: Showing;
  onShow: (next: Partial<Showing>) => void;
  found: number;
  search: RefObject<HTMLInputElement | null>;
}

/** Whom and what the table shows. */
export function Tools({ showing, onShow, found, search }: Props) {
  const t = useTranslations("gradebook");
  const { book } = useBook();
  return (
    <search className="tools">
      <label className="srch">
        <Search className="i" aria-hidden />
        <span className="vh">{t("find")}</span>
        <input
          ref={search}
          type="search"
          placeholder={t("find")}
          value={showing.wanted}
          onChange={(event) => onShow({ wanted: event.target.value })}
        />
        <kbd aria-hidden>/</kbd>
      </label>
      {book.sections.length > 0 && (
        <select
          className="f"
          aria-label={t("section")}
          value={showing.sectionId ?? ""}
          onChange={(event) => onShow({ sectionId: event.target.value || null })}
        >
          <option value="">{t("allSections")}</option>
          {book.sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {book.groups.length > 0 && (
        <select
          className="f"
          aria-label={t("group")}
          value={showing.groupId ?? ""}
          onChange={(event) => onShow({ groupId: event.target.value || null })}
        >
          <option value="">{t("allGroups")}</option>
          {book.groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <fieldset className="traits">
        <legend className="vh">{t("traits")}</legend>
        {traits.map((trait) => {
          const count = countOf(book, trait);
          if (count === 0 && showing.trait !== trait) return null;
          return (
            <button
              key={trait}
              type="button"
              className="f"
              aria-pressed={showing.trait === trait}
              onClick={() => onShow({ trait: showing.trait === trait ? null : trait })}
            >
              {t(`trait.${trait}`)} <span className="n">{count}</span>
            </button>
          );
        })}
      </fieldset>
      <p className="vh" role="status">
        {t("shown", { shown: found, all: book.students.length })}
      </p>
      <fieldset className="seg view">
        <legend className="vh">{t("view.label")}</legend>
        {(["known", "theirs"] as const).map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={showing.view === view}
            onClick={() => onShow({ view })}
          >
            {t(`view.${view}`)}
          </button>
        ))}
      </fieldset>
    </search>
  );
}
