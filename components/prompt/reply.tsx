"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import { Confirm } from "@/components/ui/confirm";
import { VoiceName } from "@/components/voice/voice-name";
import { relationIcon } from "./reply-counts";
import type { ResponseView } from "./shapes";
import { When } from "./when";

interface ReplyProps {
  courseId: string;
  timeZone: string;
  reply: ResponseView;
  /** It is on its way to the server. */
  pending?: boolean;
  onDelete?: () => void;
}

const signalOf = { agree: "in", challenge: "x", ask: "q" } as const;

/** One reply: what it does to the answer, whose it is, its words. */
export function Reply({ courseId, timeZone, reply, pending = false, onDelete }: ReplyProps) {
  const t = useTranslations("response");
  const relation = reply.relation ?? "ask";
  const Icon = relationIcon[relation];
  return (
    <article className={`one ${relation}`} aria-busy={pending}>
      <p className="rp-h">
        <span className={`sig ${signalOf[relation]}`}>
          <Icon className="i" aria-hidden="true" />
          {t(`reply.${relation}`)}
        </span>
        <VoiceName voice={reply.author} />
        {pending ? (
          <span className="dim" role="status">
            {t("sending")}
          </span>
        ) : (
          <When at={reply.createdAt} timeZone={timeZone} />
        )}
        {reply.can.delete && onDelete && (
          <Confirm
            title={t("deleteTitle")}
            description={t("deleteWords", { name: reply.author.name })}
            action={t("delete")}
            danger
            onConfirm={onDelete}
            trigger={
              <button className="iconb" type="button" aria-label={t("deleteBy", { name: reply.author.name })}>
                <Trash2 className="i" aria-hidden="true" />
              </button>
            }
          />
        )}
      </p>
      <Prose text={reply.body} citations={reply.citations} courseId={courseId} />
    </article>
  );
}
