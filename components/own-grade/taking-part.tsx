"use client";

import { useTranslations } from "next-intl";
import { ParticipationReasons, type PlaceOf } from "@/components/grading/participation/participation-reasons";
import type { ParticipationResult } from "@/domain/participation/result";
import type { Own } from "./shapes";

interface Props {
  own: Own;
  result: ParticipationResult;
  courseId: string;
  timeZone: string;
}

/** The participation score with the comments it came from, each a way into the text. */
export function TakingPart({ own, result, courseId, timeZone }: Props) {
  const t = useTranslations("grade.own");
  const places = new Map(own.places.map((place) => [place.id, place]));
  const placeOf: PlaceOf = ({ id }) => {
    const place = places.get(id);
    if (!place) return null;
    const { readingId, threadId, paragraphId, reading, paragraph } = place;
    const thread = threadId ? `?thread=${threadId}` : "";
    return {
      href: `/courses/${courseId}/readings/${readingId}${thread}${paragraphId ? `#p-${paragraphId}` : ""}`,
      label: paragraph === null ? String(reading) : `${reading} ¶${paragraph}`,
    };
  };
  return (
    <section aria-labelledby="part">
      <h2 className="h-sec" id="part">
        {t("takingPart")}
      </h2>
      <p className="soft">
        {t("suggested", { score: result.score, most: result.most, given: own.grade.participation ?? "–" })}
      </p>
      <ParticipationReasons result={result} placeOf={placeOf} timeZone={timeZone} />
    </section>
  );
}
