"use client";

import { useTranslations } from "next-intl";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { CiteList } from "./cite-list";
import { useCiteHelper } from "./use-cite-helper";

interface CiteTextareaProps {
  id: string;
  field: React.RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (text: string) => void;
  /** All that can be cited; empty until it is known. */
  passages: readonly CitablePassage[];
  /** Asked for when the field is first entered, so that the passages can be fetched. */
  onEnter: () => void;
  onSend: () => void;
  className: string;
  rows: number;
  maxLength: number;
  placeholder?: string;
  describedBy?: string;
}

/** A text field for Markdown in which `[[` or `¶` opens a list of the course's paragraphs to cite. */
export function CiteTextarea(props: CiteTextareaProps) {
  const { field, value, onChange, passages } = props;
  const t = useTranslations("response");
  const helper = useCiteHelper({ field, passages, text: value, onChange });

  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    helper.onKeyDown(event);
    if (event.defaultPrevented) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      props.onSend();
    }
  };

  return (
    <>
      <textarea
        id={props.id}
        ref={field}
        className={props.className}
        value={value}
        dir="auto"
        rows={props.rows}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        aria-describedby={props.describedBy}
        {...helper.aria}
        onFocus={props.onEnter}
        onBlur={helper.close}
        onKeyDown={onKeyDown}
        onSelect={(event) => helper.look(event.currentTarget.value, event.currentTarget.selectionStart)}
        onChange={(event) => {
          onChange(event.target.value);
          helper.look(event.target.value, event.target.selectionStart);
        }}
      />
      {helper.isOpen && (
        <CiteList
          id={helper.listId}
          passages={helper.offered}
          query={helper.query}
          active={helper.active}
          onPoint={helper.setActive}
          onChoose={helper.choose}
        />
      )}
      <span className="vh" role="status">
        {helper.isOpen ? t("passagesOffered", { count: helper.offered.length }) : ""}
      </span>
    </>
  );
}
