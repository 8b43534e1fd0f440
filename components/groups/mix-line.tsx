"use client";

import { useTranslations } from "next-intl";
import { type GroupsPage, isOfOneMind, mixOf, NO_POSITION, type Student } from "./board-state";

interface MixLineProps {
  people: readonly Student[];
  positions: GroupsPage["positions"];
}

/** How a group's people stand, in words: "2 Charter · 1 Spheres · 1 not said". */
export function MixLine({ people, positions }: MixLineProps) {
  const t = useTranslations("groups.mix");
  if (positions.length === 0 || people.length === 0) return null;
  const mix = mixOf(people, positions);
  const words = mix.map(({ stance, count }) => {
    if (stance === null) return t("unsaid", { count });
    if (stance === NO_POSITION) return t("none", { count });
    const position = positions.find(({ id }) => id === stance);
    return position ? t("some", { count, position: position.short }) : t("gone", { count });
  });
  return (
    <p className="gr-mix">
      {words.join(" · ")}
      {isOfOneMind(mix) && <b> · {t("one")}</b>}
    </p>
  );
}
