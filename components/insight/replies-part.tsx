"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { Bones, Loaded } from "./loaded";
import { type Person, talkOf } from "./network";
import { RepliesPicture } from "./replies-picture";
import { RepliesTable } from "./replies-table";
import type { Scope } from "./scope";
import type { Replies } from "./shapes";
import { type View, ViewSwitch } from "./view-switch";

interface RepliesPartProps {
  courseId: string;
  scope: Scope;
}

/** Who answers whom, as arcs between names, or as a table. */
export function RepliesPart({ courseId, scope }: RepliesPartProps) {
  const t = useTranslations("insight.replies");
  const trpc = useTRPC();
  const [view, setView] = useState<View>("picture");
  const query = useQuery(
    trpc.insight.replies.queryOptions({ courseId, ...scope }, { placeholderData: keepPreviousData }),
  );
  return (
    <section className="part" id="replies" aria-labelledby="replies-title" data-figure>
      <header className="part-head fig-head">
        <h2 className="h-sec" id="replies-title">
          {t("title")}
        </h2>
        <ViewSwitch view={view} onView={setView} of={t("title")} />
      </header>
      <Loaded query={query} bones={<Bones lines={12} height="26px" />}>
        {(replies) => <Drawn courseId={courseId} scope={scope} replies={replies} view={view} />}
      </Loaded>
    </section>
  );
}

/** Names in a sentence; of more it says how many. */
const MOST_NAMES = 9;

interface DrawnProps extends RepliesPartProps {
  replies: Replies;
  view: View;
}

function Drawn({ courseId, scope, replies, view }: DrawnProps) {
  const t = useTranslations("insight.replies");
  const voice = useTranslations("voice");
  const format = useFormatter();
  const { all, crossing, unanswered, silent } = talkOf(replies);
  const listed = (people: readonly Person[]) => {
    const names = people.slice(0, MOST_NAMES).map(({ name }) => name || voice("unnamed"));
    const more = people.length - names.length;
    return format.list(more > 0 ? [...names, t("others", { count: more })] : names, { type: "disjunction" });
  };
  const isGrouped = replies.people.some(({ group }) => group !== null);
  return (
    <>
      <p className="say">
        {t("all", { count: all })} {all > 0 && isGrouped && t("crossing", { count: crossing })}{" "}
        {all > 0 &&
          (unanswered.length > 0
            ? t("unanswered", { names: listed(unanswered) })
            : t("everybodyAnswered"))}{" "}
        {all > 0 && silent.length > 0 && t("silent", { names: listed(silent) })}
      </p>
      {scope.sectionId === null && replies.hidden.length > 0 && (
        <p className="say">
          {t("hidden", { titles: format.list(replies.hidden), count: replies.hidden.length })}
        </p>
      )}
      {all === 0 ? (
        <Blank title={t("none")}>
          <p>{t("noneWhy")}</p>
        </Blank>
      ) : (
        <>
          <div className="on-paper" hidden={view !== "picture"}>
            <RepliesPicture replies={replies} />
          </div>
          <div className="on-paper" hidden={view !== "table"}>
            <RepliesTable replies={replies} />
          </div>
          <p className="fig-key">
            <Link className="link" prefetch={false} href={`/courses/${courseId}/prompts`}>
              {t("toDiscussion")}
            </Link>
          </p>
        </>
      )}
    </>
  );
}
