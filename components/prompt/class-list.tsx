"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { VoiceName } from "@/components/voice/voice-name";
import { CitedPositions } from "./cited-positions";
import type { Posted } from "./class-order";
import { PositionName } from "./position-name";
import { ReplyCounts } from "./reply-counts";
import type { PositionView, ResponseView } from "./shapes";
import { When } from "./when";

interface ClassListProps {
  posted: Posted[];
  positions: PositionView[];
  /** Taken out of the frame: answers may still argue for them. */
  removed: PositionView[];
  /** Named where somebody sees more than one. */
  groups: { id: string; name: string }[];
  timeZone: string;
  open: string | null;
  isUnread: (id: string) => boolean;
  hrefOf: (id: string) => string;
  onOpen: (id: string) => void;
}

/** Enough to choose by; the rest is beside the list. UTF-16 units. */
const GLIMPSE = 240;

/** Markdown's marks say nothing in two lines; what is cited is named. */
const glimpseOf = (response: ResponseView) =>
  response.body
    .replace(/\[\[([^\]]*)\]\]/g, "$1")
    .replace(/[*_`>#]/g, "")
    .replace(/\s+/g, " ")
    .slice(0, GLIMPSE);

/** What has been posted, one row an answer. */
export function ClassList(props: ClassListProps) {
  const { posted, positions, removed, groups, timeZone, open, isUnread, hrefOf, onOpen } = props;
  const t = useTranslations("response");

  const choose = (event: React.MouseEvent, id: string) => {
    // A new tab or window is the browser's own affair.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(id);
  };

  return (
    <>
      <p className="lhd" aria-hidden="true">
        <span>{t("columns.author")}</span>
        <span>{t("columns.position")}</span>
        <span>{t("columns.cites")}</span>
        <span className="ra">{t("columns.replies")}</span>
      </p>
      <ol className="rows">
        {posted.map(({ response, replies }) => {
          const position = [...positions, ...removed].find((each) => each.id === response.positionId);
          const group = groups.find((each) => each.id === response.groupId);
          const unread = isUnread(response.id);
          return (
            <li key={response.id} className={open === response.id ? "on" : unread ? "u" : undefined}>
              <a
                id={`row-${response.id}`}
                href={hrefOf(response.id)}
                aria-current={open === response.id ? "true" : undefined}
                onClick={(event) => choose(event, response.id)}
              >
                <span className="who">
                  <Avatar name={response.author.name} me={response.mine} />
                  <VoiceName voice={response.author} />
                  {response.mine && <small className="dim">{t("you")}</small>}
                  {unread && <span className="vh">{t("unread")}</span>}
                  <When at={response.submittedAt ?? response.createdAt} timeZone={timeZone} />
                </span>
                <span className="posn">
                  {position ? (
                    <PositionName position={position} />
                  ) : (
                    <span className="dim">{t("noPosition")}</span>
                  )}
                  {group && <small>{group.name}</small>}
                </span>
                <CitedPositions response={response} positions={positions} />
                <ReplyCounts relations={replies.map((reply) => reply.relation)} />
                <span className="ex src" dir="auto">
                  {glimpseOf(response)}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </>
  );
}
