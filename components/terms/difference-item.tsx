"use client";

import { useTranslations } from "next-intl";
import { NoteThread } from "@/components/evidence/notes/note-thread";
import { Confirm } from "@/components/ui/confirm";
import { Moment } from "@/components/ui/moment";
import { VoiceName } from "@/components/voice/voice-name";
import { PlaceLink } from "./place-link";
import type { Difference } from "./shapes";

interface Props {
  courseId: string;
  meId: string;
  timeZone: string;
  difference: Difference;
  open: boolean;
  canDiscuss: boolean;
  onToggle: () => void;
  onDelete: () => void;
  onCount: (count: number) => void;
}

/** A difference between two uses, and under it what is said about it. */
export function DifferenceItem(props: Props) {
  const { courseId, meId, timeZone, difference, open, canDiscuss, onToggle, onDelete, onCount } = props;
  const t = useTranslations("term");
  const { id, claim, left, right, author, createdAt, mine, notes } = difference;
  return (
    <li className={open ? "tm-diff card held" : "tm-diff card"} id={`difference-${id}`}>
      <p className="tm-pair">
        <PlaceLink courseId={courseId} place={left} title={left.title} />
        <span>{t("against")}</span>
        <PlaceLink courseId={courseId} place={right} title={right.title} />
      </p>
      <p className="tm-claim" dir="auto">
        {claim}
      </p>
      <p className="tm-foot soft">
        {mine ? <b>{t("you")}</b> : <VoiceName voice={author} />}
        <Moment at={createdAt} timeZone={timeZone} show="short" />
        <button type="button" className="btn bare" aria-expanded={open} onClick={onToggle}>
          {t("thread", { count: notes })}
        </button>
        {difference.can.delete && (
          <Confirm
            title={t("deleteTitle")}
            description={t("deleteWhy", { count: notes })}
            action={t("delete")}
            danger
            onConfirm={onDelete}
            trigger={
              <button type="button" className="btn bare">
                {t("delete")}
              </button>
            }
          />
        )}
      </p>
      {open && (
        <NoteThread
          courseId={courseId}
          meId={meId}
          timeZone={timeZone}
          on={{ kind: "difference", id }}
          canPost={canDiscuss && difference.can.discuss}
          onCount={onCount}
        />
      )}
    </li>
  );
}
