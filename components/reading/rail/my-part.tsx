"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ClassDate } from "@/components/course/class-date";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { Moment } from "@/components/ui/moment";
import { makesComment, type WriteOf } from "@/domain/outbox/write";
import { countWords } from "@/domain/prompt/citation";
import { useDesk } from "../desk-state";

/** What is due, and how much of it is mine so far. */
export function MyPart() {
  const t = useTranslations("rail");
  const { page, canPost, write } = useDesk();
  const { items } = useOutbox();
  const own = useOwnComments(page.discussion.ownComments, page.discussion.postFirstWords);
  const waiting = items.filter((item) => item.state !== "refused" && makesComment(item.write)).length;
  return (
    <section className="due" aria-label={t("part")}>
      <p className="due-h">
        <span className="label">{t("due")}</span>
        <Moment at={page.discussion.dueAt} timeZone={page.timeZone} />
      </p>
      <ClassDate extended={page.discussion.extended} timeZone={page.timeZone} />
      <p className="due-t">
        <span>{t("yours", { count: own })}</span>
        {waiting > 0 && <span>{t("waiting", { count: waiting })}</span>}
      </p>
      {canPost && (
        <button
          type="button"
          className="link due-add"
          onClick={() => write({ paragraphId: null, passage: null })}
        >
          {t("commentOnReading")}
        </button>
      )}
    </section>
  );
}

const bodyOf = (write: WriteOf<"post" | "reply">) =>
  write.kind === "post" ? write.comment.body : write.reply.body;

/** Comments of one's own that have the words they need: those the page came with, and those sent since. */
function useOwnComments(onPage: number, least: number): number {
  const { onSent } = useOutbox();
  const [since, setSince] = useState({ onPage, sent: 0 });
  if (since.onPage !== onPage) setSince({ onPage, sent: 0 });
  useEffect(
    () =>
      onSent((item) => {
        if (makesComment(item.write) && countWords(bodyOf(item.write)) >= least)
          setSince(({ onPage, sent }) => ({ onPage, sent: sent + 1 }));
      }),
    [onSent, least],
  );
  return onPage + since.sent;
}
