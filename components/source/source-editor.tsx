"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useState } from "react";
import { AsideList } from "./aside-list";
import type { ServerSource } from "./editor-state";
import type { ShownWarning } from "./import-warnings";
import { languageChoices } from "./languages";
import { ParagraphRow } from "./paragraph-row";
import { PublishPanel } from "./publish-panel";
import { SourceFields } from "./source-fields";
import { SourceText } from "./source-text";
import { StaleNote } from "./stale-note";
import { useSourceEditor } from "./use-source-editor";
import "./source.css";

interface Props {
  courseId: string;
  sourceId: string;
  meId: string;
  source: ServerSource;
  warnings: readonly ShownWarning[];
}

/** A draft being cleaned up paragraph by paragraph, until it is published. */
export function SourceEditor({ courseId, sourceId, meId, source, warnings }: Props) {
  const t = useTranslations("source.edit");
  const warn = useTranslations("source.warnings");
  const locale = useLocale();
  const editor = useSourceEditor({ courseId, sourceId, meId, source });
  const { state, draft, numbers, dispatch, acts } = editor;
  const [preview, setPreview] = useState(false);

  const present = [draft.language, ...draft.paragraphs.flatMap((row) => row.language ?? [])].join(" ");
  const languages = useMemo(() => languageChoices(locale, present.split(" ")), [locale, present]);
  const counted = numbers.filter((number) => number !== null).length;

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") {
      event.preventDefault();
      if (editor.dirty && !editor.saving) void editor.save();
    } else if (key === "z" || key === "y") {
      event.preventDefault();
      dispatch({ type: key === "y" || event.shiftKey ? "redo" : "undo" });
    }
  };

  return (
    <div className="desk two" role="group" onKeyDown={onKeyDown}>
      <main className="sheet" id="main">
        <header className="s-h">
          <div>
            <h1 className="head-1" dir="auto">
              {draft.title || t("untitled")}
            </h1>
            <p className="soft">{t("counts", { paragraphs: counted, aside: draft.setAside.length })}</p>
          </div>
          <div className="seg" role="group" aria-label={t("show")}>
            <button type="button" aria-pressed={!preview} onClick={() => setPreview(false)}>
              {t("edit")}
            </button>
            <button type="button" aria-pressed={preview} onClick={() => setPreview(true)}>
              {t("asRead")}
            </button>
          </div>
        </header>
        {warnings.length > 0 && (
          <div className="note" role="status">
            <ul>
              {warnings.map(({ code, count }) => (
                <li key={code}>{warn(code, { count })}</li>
              ))}
            </ul>
          </div>
        )}
        {preview ? (
          <SourceText source={draft} />
        ) : (
          <>
            <SourceFields
              draft={draft}
              languages={languages}
              onField={(field, value) => acts.edit({ type: "field", field, value })}
            />
            <ol className="text-l" lang={draft.language}>
              {draft.paragraphs.map((row, at) => (
                <ParagraphRow
                  key={row.id}
                  row={row}
                  number={numbers[at] ?? null}
                  isFirst={at === 0}
                  held={state.held === row.id}
                  caret={state.caret?.id === row.id ? state.caret.at : null}
                  languages={languages}
                  acts={acts}
                />
              ))}
            </ol>
            {draft.paragraphs.length === 0 && <p className="blank">{t("noText")}</p>}
          </>
        )}
      </main>

      <aside className="side" aria-label={t("side")}>
        {editor.newer && (
          <StaleNote text={editor.newer.text} onTheirs={editor.takeTheirs} onMine={editor.saveMine} />
        )}
        {editor.broughtBack && !editor.newer && (
          <p className="note" role="status">
            <span>{t("broughtBack")}</span>
            <button type="button" className="link" onClick={editor.takeTheirs}>
              {t("discard")}
            </button>
          </p>
        )}
        {editor.fault && !editor.newer && (
          <p className="err" role="alert">
            {editor.fault}
          </p>
        )}
        <PublishPanel
          courseId={courseId}
          sourceId={sourceId}
          counted={counted}
          dirty={editor.dirty}
          saving={editor.saving}
          keptAt={editor.keptAt}
          revision={state.revision}
          save={editor.save}
        />
        <p className="pb">
          <button
            type="button"
            className="btn"
            disabled={state.history.past.length === 0}
            onClick={() => dispatch({ type: "undo" })}
          >
            {t("undo")} <kbd>⌘Z</kbd>
          </button>
          <button
            type="button"
            className="btn"
            disabled={state.history.future.length === 0}
            onClick={() => dispatch({ type: "redo" })}
          >
            {t("redo")} <kbd>⇧⌘Z</kbd>
          </button>
        </p>
        <AsideList
          pieces={draft.setAside}
          onPutBack={(id) => acts.edit({ type: "put-back", id, afterId: state.held }, { id, at: 0 })}
        />
      </aside>
    </div>
  );
}
