"use client";

import { useTranslations } from "next-intl";
import { replyRelations } from "@/domain/prompt/response";
import { relationIcon } from "./reply-counts";
import type { ReplyState } from "./use-reply";

interface ReplyActsProps {
  /** The answer's id: the page's keys find the buttons by it. */
  of: string;
  to: string;
  reply: ReplyState;
  disabled?: boolean;
}

const keyOf = { agree: "a", challenge: "x", ask: "q" } as const;

/** Agree, challenge, ask. */
export function ReplyActs({ of, to, reply, disabled = false }: ReplyActsProps) {
  const t = useTranslations("response.reply");
  return replyRelations.map((relation) => {
    const Icon = relationIcon[relation];
    return (
      <button
        key={relation}
        type="button"
        className="btn"
        data-reply-of={of}
        data-relation={relation}
        aria-pressed={reply.isOpen && reply.relation === relation}
        disabled={disabled}
        aria-disabled={reply.sending !== null}
        onClick={() => reply.begin(relation)}
      >
        <Icon className="i s" aria-hidden="true" />
        {t(relation)}
        <span className="vh"> {t("placeholder", { name: to })}</span>
        <span aria-hidden="true">
          <kbd>{keyOf[relation]}</kbd>
        </span>
      </button>
    );
  });
}
