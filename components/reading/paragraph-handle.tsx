"use client";

import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDesk } from "./desk-state";

interface ParagraphHandleProps {
  id: string;
  /** Null for a caption, which is not counted. */
  number: number | null;
}

/** A paragraph's number and its talk: names it to a screen reader, opens its threads, begins a comment. */
export function ParagraphHandle({ id, number }: ParagraphHandleProps) {
  const t = useTranslations("reader");
  const { talk, openParagraph, write, canPost } = useDesk();
  const count = talk.get(id) ?? 0;
  const name = number === null ? t("caption") : t("paragraph", { number });
  return (
    <span className="handle">
      <span className="vh" id={`n-${id}`}>
        {t("spoken", { name, count })}
      </span>
      {count > 0 && (
        <button
          type="button"
          className="talk"
          onClick={() => openParagraph(id)}
          aria-label={t("threadsOf", { name, count })}
        >
          {count}
        </button>
      )}
      {canPost && (
        <button
          type="button"
          className="add"
          onClick={() => write({ paragraphId: id, passage: null })}
          aria-label={t("commentOn", { name })}
        >
          <MessageSquare className="i" aria-hidden />
        </button>
      )}
    </span>
  );
}
