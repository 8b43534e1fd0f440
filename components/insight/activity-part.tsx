"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Blank } from "@/components/ui/blank";
import { ActivityPicture } from "./activity-picture";
import { ActivityTable } from "./activity-table";
import { dayOf, onDueDays, spansOf } from "./days";
import { dueDaysOf } from "./due-days";
import { DueNotes } from "./due-notes";
import { Loaded } from "./loaded";
import type { Scope } from "./scope";
import type { Activity, Choices } from "./shapes";
import { type View, ViewSwitch } from "./view-switch";

interface ActivityPartProps {
  courseId: string;
  timeZone: string;
  scope: Scope;
  choices: Choices;
  now: Date;
}

/** When they write, day by day, with what was due. */
export function ActivityPart(props: ActivityPartProps) {
  const { courseId, scope } = props;
  const t = useTranslations("insight.activity");
  const trpc = useTRPC();
  const [view, setView] = useState<View>("picture");
  const query = useQuery(
    trpc.insight.activity.queryOptions({ courseId, ...scope }, { placeholderData: keepPreviousData }),
  );
  return (
    <section className="part" id="activity" aria-labelledby="activity-title" data-figure>
      <header className="part-head fig-head">
        <h2 className="h-sec" id="activity-title">
          {t("title")}
        </h2>
        <ViewSwitch view={view} onView={setView} of={t("title")} />
      </header>
      <Loaded query={query} bones={<span className="bone activity-bone" />}>
        {(activity) => <Drawn {...props} activity={activity} view={view} />}
      </Loaded>
    </section>
  );
}

interface DrawnProps extends ActivityPartProps {
  activity: Activity;
  view: View;
}

function Drawn({ courseId, timeZone, scope, choices, now, activity, view }: DrawnProps) {
  const t = useTranslations("insight.activity");
  const dues = dueDaysOf(choices, scope.assignmentId, timeZone);
  const dueDays = dues.map(({ day }) => day);
  const spans = spansOf(activity.days, dueDays, dayOf(now, timeZone));
  const { all, onDue } = onDueDays(activity.days, dueDays);
  if (all === 0) {
    return (
      <Blank title={t("none")}>
        <p>{t("noneWhy")}</p>
      </Blank>
    );
  }
  const shown = dues.filter(({ day }) => spans.some(({ due }) => due.includes(day)));
  return (
    <>
      <p className="say">{t("onDue", { all, onDue })}</p>
      <div className="on-paper" hidden={view !== "picture"}>
        <ActivityPicture spans={spans} />
        <p className="fig-key">
          <span>
            <i className="kb" aria-hidden="true" /> {t("key")}
          </span>
        </p>
      </div>
      <div className="on-paper" hidden={view !== "table"}>
        <ActivityTable days={activity.days} dues={dues} />
      </div>
      <DueNotes courseId={courseId} dues={shown} />
    </>
  );
}
