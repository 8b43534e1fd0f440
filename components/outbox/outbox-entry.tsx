"use client";

import { useTranslations } from "next-intl";
import { useRefusalSentence } from "@/components/trpc/use-refusal";
import type { OutboxItem, OutboxRefusal } from "@/domain/outbox/item";
import { wordsOf } from "@/domain/outbox/write";

interface OutboxEntryProps {
  item: OutboxItem;
  /** Only for what was refused. */
  onTakeBack?: () => void;
  onDiscard?: () => void;
}

/** One write in the list: what it is, its words, why it was refused, and what can be done about it. */
export function OutboxEntry({ item, onTakeBack, onDiscard }: OutboxEntryProps) {
  const t = useTranslations("outbox");
  const { write } = item;
  const words = wordsOf(write);
  // A piece without a claim yet is known by its passage.
  const shown = words?.body || (write.kind === "record" ? write.evidence.passage.quote : "");
  return (
    <li>
      <b>{t(`kind.${write.kind}`)}</b>
      {shown && (
        <p className="outbox-words" dir="auto">
          {shown}
        </p>
      )}
      {item.refusal && <Why refusal={item.refusal} />}
      {(onTakeBack || onDiscard) && (
        <div className="outbox-acts">
          {words && onTakeBack && (
            <button type="button" className="btn" onClick={onTakeBack}>
              {t("takeBack")}
            </button>
          )}
          {onDiscard && (
            <button type="button" className="btn bare" onClick={onDiscard}>
              {t("discard")}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function Why({ refusal }: { refusal: OutboxRefusal }) {
  const t = useTranslations("outbox");
  const sentence = useRefusalSentence();
  return (
    <p className="outbox-why bad">{refusal.code === "unexpected" ? t("unexpected") : sentence(refusal)}</p>
  );
}
