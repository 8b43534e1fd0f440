"use client";

import { useTranslations } from "next-intl";
import { ClassDate } from "@/components/course/class-date";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { cityOf } from "@/components/ui/city-of";
import { Moment } from "@/components/ui/moment";
import { makesComment } from "@/domain/outbox/write";
import { useOwnComments } from "../data/use-own-comments";
import { useDesk } from "../desk-state";

/** What is due, and how much of it is mine so far. */
export function MyPart() {
  const t = useTranslations("rail");
  const moment = useTranslations("moment");
  const { page, canPost, write } = useDesk();
  const { items } = useOutbox();
  const own = useOwnComments(page.discussion.ownComments, page.discussion.postFirstWords);
  const waiting = items.filter((item) => item.state !== "refused" && makesComment(item.write)).length;
  return (
    <section className="due" aria-label={t("part")}>
      <p className="due-h">
        <span className="label">{t("due")}</span>
        <span>
          <Moment at={page.discussion.dueAt} timeZone={page.timeZone} />{" "}
          {moment("inZone", { city: cityOf(page.timeZone) })}
        </span>
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
