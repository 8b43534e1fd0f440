"use client";

import { useTranslations } from "next-intl";
import { cityOf } from "@/components/ui/city-of";
import { Moment } from "@/components/ui/moment";
import { Note } from "@/components/ui/note";
import { useOwnComments } from "../data/use-own-comments";
import { useDesk } from "../desk-state";

/** Why others' words do not show, or why none can be added; what is still asked is counted down as one writes. */
export function DiscussionNote() {
  const t = useTranslations("reader.note");
  const moment = useTranslations("moment");
  const { page } = useDesk();
  const { discussion, can, timeZone } = page;
  const own = useOwnComments(discussion.ownComments, discussion.postFirstWords);
  if (!discussion.othersVisible) {
    return (
      <Note>
        {discussion.visibility === "postFirst" ? (
          t("postFirst", {
            count: Math.max(0, discussion.postFirst - own),
            words: discussion.postFirstWords,
          })
        ) : (
          <>
            {t("closedUntilDue")} <Moment at={discussion.dueAt} timeZone={timeZone} />{" "}
            {moment("inZone", { city: cityOf(timeZone) })}
          </>
        )}
      </Note>
    );
  }
  return can.post ? null : <Note>{t("closed")}</Note>;
}
