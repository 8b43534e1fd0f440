"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { VoiceName } from "@/components/voice/voice-name";
import { useDesk } from "../desk-state";
import { evidenceHref } from "../evidence/address";
import { RelationMark } from "../evidence/relation-mark";
import type { Cited } from "../reader-types";

/** One place in which the paragraph is put to work: who, for what, the words around it, and the way there. */
export function CitedItem({ item, number }: { item: Cited; number: number }) {
  const t = useTranslations("reader.cited");
  const { author, mine, snippet, about, anchor, at } = item;
  return (
    <li className="cited-one">
      <p className="cited-who">
        <VoiceName voice={author} />
        {mine && <small>{t("you")}</small>}
        {at.kind === "evidence" && (
          <span className="cited-does">
            <RelationMark relation={at.relation} /> {t(`relation.${at.relation}`)}
          </span>
        )}
        {at.kind === "response" && at.reply && <small>{t(`reply.${at.reply}`)}</small>}
        {at.kind === "steelman" && <small>{t("steelman")}</small>}
        {about && <span className="cite-for">{about}</span>}
      </p>
      <p className="cited-words" dir="auto">
        {snippet.before}
        {at.kind !== "evidence" && <b> ¶{number} </b>}
        {snippet.after}
        {at.kind === "evidence" && snippet.before === "" && <i>{t("noClaim")}</i>}
      </p>
      {anchor !== "sound" && (
        <p className="cited-state">
          <CircleAlert className="i s" aria-hidden /> {t(`anchor.${anchor}`)}
        </p>
      )}
      <Leading item={item} />
    </li>
  );
}

/** To where it stands; to a thread of this reading without leaving it. */
function Leading({ item: { at, id, mine } }: { item: Cited }) {
  const t = useTranslations("reader.cited");
  const { courseId, page, goToThread } = useDesk();
  if (at.kind === "comment" && at.readingId === page.id) {
    return (
      <button type="button" className="link" onClick={() => goToThread(at.threadId, at.position)}>
        {t("toThread")}
      </button>
    );
  }
  const course = `/courses/${courseId}`;
  const to = (href: string, words: ReactNode) => (
    <Link className="link" href={href} prefetch={false}>
      {words}
    </Link>
  );
  switch (at.kind) {
    case "comment":
      return to(
        `${course}/readings/${at.readingId}?thread=${at.threadId}`,
        t("toReading", { number: at.reading, title: at.title }),
      );
    case "response":
      return to(
        `${course}/prompts/${at.promptId}?view=class&response=${at.responseId}`,
        t("toPrompt", { number: at.number, title: at.title }),
      );
    case "steelman":
      return to(`${course}/prompts/${at.promptId}`, t("toPrompt", { number: at.number, title: at.title }));
    case "evidence":
      return to(evidenceHref(courseId, at, id, mine && !at.positionId), t("toMatrix"));
    case "note":
      return to(evidenceHref(courseId, at, at.pieceId, false), t("toMatrix"));
    case "termNote":
      return to(`${course}/terms/${at.termId}`, t("toTerm"));
  }
}
