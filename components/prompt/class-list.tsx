"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Blank } from "@/components/ui/blank";
import { VoiceName } from "@/components/voice/voice-name";
import { PositionName } from "./position-name";
import { ReplyCounts } from "./reply-counts";
import type { PositionView, ResponseView } from "./shapes";
import type { Posted } from "./use-class";
import { When } from "./when";

interface ClassListProps {
  posted: Posted[];
  positions: PositionView[];
  /** Named where somebody sees more than one. */
  groups: { id: string; name: string }[];
  timeZone: string;
  open: string | null;
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
export function ClassList({ posted, positions, groups, timeZone, open, hrefOf, onOpen }: ClassListProps) {
  const t = useTranslations("response");
  if (posted.length === 0) return <Blank title={t("nobodyYet")} />;

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
          const position = positions.find((each) => each.id === response.positionId);
          const group = groups.find((each) => each.id === response.groupId);
          return (
            <li key={response.id} className={open === response.id ? "on" : undefined}>
              <a
                href={hrefOf(response.id)}
                aria-current={open === response.id ? "true" : undefined}
                onClick={(event) => choose(event, response.id)}
              >
                <span className="who">
                  <Avatar name={response.author.name} me={response.mine} />
                  <VoiceName voice={response.author} />
                  {response.mine && <small className="dim">{t("you")}</small>}
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
                <span className="five n">{t("cites", { count: response.citations.length })}</span>
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
