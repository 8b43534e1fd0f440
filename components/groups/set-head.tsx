"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Confirm } from "@/components/ui/confirm";
import { AnewDialog } from "./anew-dialog";
import { type GroupSet, standingGroups } from "./board-state";
import { SettingsDialog } from "./settings-dialog";
import type { GroupActs } from "./use-group-acts";

interface SetHeadProps {
  courseId: string;
  set: GroupSet;
  acts: GroupActs;
}

/** What a set is, what uses it, and what can be done with it as a whole. */
export function SetHead({ courseId, set, acts }: SetHeadProps) {
  const t = useTranslations("groups");
  const format = useFormatter();
  const groups = standingGroups(set);
  const students = groups.reduce((sum, { members }) => sum + members.length, 0);
  const about =
    set.kind === "automatic" ? t("about.automatic", { size: set.size ?? 0 }) : t(`about.${set.kind}`);
  const words = [
    about,
    ...(set.mixed ? [t("about.mixed")] : []),
    t("counts.groups", { count: groups.length }),
    t("counts.students", { count: students }),
  ];
  return (
    <header className="gr-set">
      <div>
        <h2 className="head-2">
          <bdi>{set.name}</bdi>
        </h2>
        <p className="soft">{words.join(" · ")}</p>
        <p className="soft">
          {set.usedBy.length > 0
            ? t("usedBy", { titles: format.list(set.usedBy.map(({ title }) => title)) })
            : t("unused")}
        </p>
      </div>
      <div className="gr-acts">
        <SettingsDialog
          courseId={courseId}
          set={set}
          onSaved={acts.keep}
          onStale={() => void acts.refetch()}
        />
        {set.kind === "automatic" && <AnewDialog courseId={courseId} set={set} onMade={acts.keep} />}
        <Confirm
          title={t("remove.title", { name: set.name })}
          description={t("remove.about")}
          action={t("remove.open")}
          danger
          onConfirm={() => acts.remove.mutate({ courseId, setId: set.id })}
          trigger={
            <button type="button" className="btn bare">
              {t("remove.open")}
            </button>
          }
        />
      </div>
    </header>
  );
}
