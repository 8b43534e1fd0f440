"use client";

import { CircleAlert, CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { useSecondsUntil } from "@/components/outbox/use-seconds-until";
import type { Comment } from "@/components/reading/reader-types";
import { useRefusalSentence } from "@/components/trpc/use-refusal";
import type { OutboxItem } from "@/domain/outbox/item";
import { subjectOf, wordsOf } from "@/domain/outbox/write";
import { useGiveBack } from "./use-give-back";

/** Of a comment that has not arrived: whether it is on its way, waits, or was turned away, and what can be done. */
export function PendingNote({ comment }: { comment: Comment }) {
  const t = useTranslations("comment");
  const { items, waiting, signedOut, offline, nextTryAt, tryNow } = useOutbox();
  const isAbout = ({ write }: OutboxItem) => subjectOf(write) === comment.id;
  const refused = items.find((item) => item.state === "refused" && isAbout(item));
  const seconds = useSecondsUntil(nextTryAt);
  if (refused) return <Refused item={refused} />;
  if (!comment.pending) return null;
  if (!waiting.some(isAbout)) return <p className="queue faint">{t("sending")}</p>;
  const why = signedOut ? "untilSignedIn" : offline ? "untilOnline" : seconds > 0 ? "nextTry" : "trying";
  return (
    <p className="queue">
      <CloudOff className="i s" aria-hidden />
      <span>{t(`pending.${why}`, { seconds })}</span>
      {!signedOut && (
        <button type="button" onClick={tryNow}>
          {t("pending.tryNow")}
        </button>
      )}
    </p>
  );
}

function Refused({ item }: { item: OutboxItem }) {
  const t = useTranslations("comment");
  const sentence = useRefusalSentence();
  const { takeBack, discard } = useOutbox();
  const giveBack = useGiveBack();
  const { refusal, write, threadId } = item;
  const why = refusal && refusal.code !== "unexpected" ? sentence(refusal) : t("pending.noReason");
  return (
    <div className="queue refused" role="alert">
      <p>
        <CircleAlert className="i s" aria-hidden />
        <b>{t(write.kind === "delete" ? "pending.notDeleted" : "pending.notSent")}</b> {why}
      </p>
      <p className="acts">
        {wordsOf(write) && (
          <button
            type="button"
            className="btn"
            onClick={() => takeBack(item.id, (taken) => giveBack(taken, { threadId, refusal }))}
          >
            {t("pending.takeBack")}
          </button>
        )}
        <button type="button" className="btn bare" onClick={() => discard(item.id)}>
          {t(wordsOf(write) ? "pending.discard" : "pending.dismiss")}
        </button>
      </p>
    </div>
  );
}
