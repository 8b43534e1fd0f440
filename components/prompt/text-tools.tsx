"use client";

import { Bold, Italic, List, Pilcrow, TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Edited, markLines, wrapSelection } from "./markdown-edit";

interface TextToolsProps {
  field: React.RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
}

type Edit = (text: string, start: number, end: number) => Edited;

const bold: Edit = (text, start, end) => wrapSelection(text, start, end, "**");
const italic: Edit = (text, start, end) => wrapSelection(text, start, end, "*");
const quotation: Edit = (text, start, end) => markLines(text, start, end, "> ");
const list: Edit = (text, start, end) => markLines(text, start, end, "- ");
const cite: Edit = (text, _start, end) => ({
  text: `${text.slice(0, end)}[[${text.slice(end)}`,
  start: end + 2,
  end: end + 2,
});

const tools = [
  { name: "bold", edit: bold, Icon: Bold },
  { name: "italic", edit: italic, Icon: Italic },
  { name: "quotation", edit: quotation, Icon: TextQuote },
  { name: "list", edit: list, Icon: List },
] as const;

/** What can be done to the text being written, besides writing it. */
export function TextTools({ field, onChange }: TextToolsProps) {
  const t = useTranslations("response");

  const apply = (edit: Edit) => {
    const { current } = field;
    if (!current) return;
    const edited = edit(current.value, current.selectionStart, current.selectionEnd);
    onChange(edited.text);
    // After React has written the new text: only then can the selection stand in it.
    requestAnimationFrame(() => {
      current.focus();
      current.setSelectionRange(edited.start, edited.end);
    });
  };

  return (
    <>
      {tools.map(({ name, edit, Icon }) => (
        <button
          key={name}
          className="iconb"
          type="button"
          aria-label={t(`tools.${name}`)}
          title={t(`tools.${name}`)}
          onClick={() => apply(edit)}
        >
          <Icon className="i" aria-hidden="true" />
        </button>
      ))}
      <span className="sep" />
      <button className="btn bare" type="button" onClick={() => apply(cite)}>
        <Pilcrow className="i" aria-hidden="true" />
        {t("tools.cite")}{" "}
        <span aria-hidden="true">
          <kbd>[[</kbd>
        </span>
      </button>
    </>
  );
}
