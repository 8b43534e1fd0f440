"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { lineOf } from "@/domain/notification/line";
import type { NotificationItem } from "./item";

interface NotificationRowProps {
  item: NotificationItem;
  onRead: (id: string) => void;
  /** A letter's words are shown in whole; elsewhere their beginning is. */
  whole?: boolean;
}

/** One thing that happened: what, where and when, and the way to it. */
export function NotificationRow({ item, onRead, whole = false }: NotificationRowProps) {
  const t = useTranslations("notification");
  const { course } = item;
  const isLetter = item.kind === "letter";
  // A name keeps its own direction of writing amid the sentence.
  const who = `\u2068${item.who ?? ""}\u2069`;
  return (
    <li className="told" id={item.id} data-unread={item.unread || undefined}>
      <Link
        prefetch={false}
        href={isLetter ? `${item.href}#${item.id}` : item.href}
        onClick={() => item.unread && onRead(item.id)}
      >
        {item.unread && (
          <span className="sq">
            <span className="vh">{t("unread")}</span>
          </span>
        )}
        <span className="what">{t(lineOf(item), { who })}</span>
      </Link>
      {item.text && <p className={isLetter && whole ? "said whole" : "said"}>{item.text}</p>}
      {item.dueAt && (
        <p className="due">
          {t("due")} <Moment at={item.dueAt} timeZone={course.timeZone} /> (
          {course.timeZone.replaceAll("_", " ")})
        </p>
      )}
      <p className="soft where">
        {course.title}
        {item.assignment && ` · ${item.assignment}`} ·{" "}
        <Moment at={item.at} timeZone={course.timeZone} show="short" />
      </p>
    </li>
  );
}
