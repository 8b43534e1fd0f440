"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import type { DraftParagraph } from "@/domain/source/draft";
import type { DraftEdit } from "@/domain/source/draft-edit";
import type { LanguageChoice } from "./languages";
import { ParagraphTools } from "./paragraph-tools";

export interface RowActs {
  /** `at`: where the caret goes afterwards, and in which row. */
  edit: (edit: DraftEdit, focus?: { id: string; at: number }) => void;
  hold: (id: string) => void;
  /** To the row before or after. */
  move: (id: string, by: -1 | 1) => void;
  join: (id: string) => void;
  split: (id: string, at: number) => void;
  setAside: (id: string) => void;
}

interface Props {
  row: DraftParagraph;
  /** The ¶ number, null where the row is not counted. */
  number: number | null;
  isFirst: boolean;
  held: boolean;
  /** Set once the caret is to be put here. */
  caret: number | null;
  languages: readonly LanguageChoice[];
  acts: RowActs;
}

const shapes = { heading: "head-3", quote: "read bq" } as const;
const shapeOf = (kind: DraftParagraph["kind"]) =>
  kind === "heading" || kind === "quote" ? shapes[kind] : "read";

const charactersInALine = 66;
const linesOf = (text: string) =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInALine)), 0);

/** One paragraph of a draft: its number, its words, and, while it is held, what can be done with it. */
export const ParagraphRow = memo(function ParagraphRow(props: Props) {
  const { row, number, isFirst, held, caret, languages, acts } = props;
  const t = useTranslations("source.edit");
  const area = useRef<HTMLTextAreaElement>(null);
  const kind = t(`kinds.${row.kind}`);
  const label = number === null ? kind : t("paragraph", { number });
  const hasLines = row.kind === "list" || row.kind === "table";

  useEffect(() => {
    if (caret === null || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(caret, caret);
  }, [caret]);

  const caretNow = () => area.current?.selectionStart ?? 0;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      acts.move(row.id, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.altKey && event.code === "KeyX") {
      event.preventDefault();
      acts.setAside(row.id);
    } else if (plain && event.key === "Enter" && !event.shiftKey && !hasLines) {
      event.preventDefault();
      acts.split(row.id, selectionStart);
    } else if (plain && event.key === "Backspace" && selectionStart === 0 && selectionEnd === 0 && !isFirst) {
      event.preventDefault();
      acts.join(row.id);
    }
  };

  return (
    <li className={held ? "e held" : "e"} aria-current={held ? "true" : undefined}>
      <span className="no" aria-hidden="true">
        {number === null ? "–" : `¶${number}`}
      </span>
      <div className="bd">
        <textarea
          ref={area}
          className={`area ${shapeOf(row.kind)}`}
          aria-label={label}
          lang={row.language ?? undefined}
          dir="auto"
          rows={linesOf(row.text)}
          spellCheck={held}
          value={row.text}
          onFocus={() => acts.hold(row.id)}
          onKeyDown={onKeyDown}
          onChange={(event) => acts.edit({ type: "text", id: row.id, text: event.target.value })}
        />
      </div>
      <span className="mt">{row.kind === "paragraph" ? (row.language ?? "") : kind}</span>
      {held && (
        <ParagraphTools
          row={row}
          label={label}
          isFirst={isFirst}
          languages={languages}
          onJoin={() => acts.join(row.id)}
          onSplit={() => acts.split(row.id, caretNow())}
          onAside={() => acts.setAside(row.id)}
          onKind={(next, level) => acts.edit({ type: "kind", id: row.id, kind: next, level })}
          onLanguage={(language) => acts.edit({ type: "language", id: row.id, language })}
        />
      )}
    </li>
  );
});
