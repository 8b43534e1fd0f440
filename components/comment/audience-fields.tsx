"use client";

import { useTranslations } from "next-intl";
import { useDesk } from "@/components/reading/desk-state";
import { type Audience, audiences } from "@/domain/comment/comment";

interface AudienceFieldsProps {
  audience: Audience;
  onAudience: (audience: Audience) => void;
  groupId: string | null;
  onGroup: (groupId: string) => void;
}

const audienceOf = (value: string): Audience => audiences.find((candidate) => candidate === value) ?? "group";

/** Who sees what is being written; staff say to which group they write. */
export function AudienceFields({ audience, onAudience, groupId, onGroup }: AudienceFieldsProps) {
  const t = useTranslations("comment");
  const { page, staff } = useDesk();
  const { groups, privateNotes } = page.discussion;
  // What was meant to be private stays so until its author says otherwise.
  const offered = audiences.filter(
    (value) => value !== "private" || staff || privateNotes || audience === "private",
  );
  return (
    <>
      <label>
        <span className="vh">{t("audience")}</span>
        <select
          className="input small"
          value={audience}
          onChange={(event) => onAudience(audienceOf(event.target.value))}
        >
          {offered.map((value) => (
            <option key={value} value={value}>
              {t(`audiences.${value}`)}
            </option>
          ))}
        </select>
      </label>
      {staff && groups.length > 0 && audience === "group" && (
        <label>
          <span className="vh">{t("toGroup")}</span>
          <select
            className="input small"
            value={groupId ?? ""}
            onChange={(event) => onGroup(event.target.value)}
          >
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
