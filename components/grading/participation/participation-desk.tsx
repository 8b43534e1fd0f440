"use client";

import { useTranslations } from "next-intl";
import { numberTyped } from "@/components/grading/desk/desk-draft";
import type { Desk } from "@/components/grading/desk/use-desk";
import { isWithin } from "@/domain/grading/measure";
import { ParticipationField } from "./participation-field";
import { ParticipationPart } from "./participation-part";
import type { PlaceOf } from "./participation-reasons";
import type { ParticipationDeskState } from "./use-participation";

interface Props {
  desk: Desk;
  state: ParticipationDeskState;
  placeOf: PlaceOf;
  timeZone: string;
}

/** Taking part on the desk, where it counts: the suggestion with its reasons, accepted or changed. */
export function ParticipationDesk({ desk, state, placeOf, timeZone }: Props) {
  const t = useTranslations("grade.desk");
  const { grading, measure } = desk;
  const { shown } = grading;
  if (!desk.countsPart || shown.standing !== "graded") return null;
  const typed = numberTyped(shown.participation);
  const field = state.isOpen && (
    <ParticipationField
      value={shown.participation}
      why={shown.participationWhy}
      score={state.result?.score ?? "–"}
      most={measure.participation}
      valid={typed === null || isWithin({ ...measure, most: measure.participation }, typed)}
      owesWhy={desk.owesWhy}
      inputRef={state.field}
      onValue={state.give}
      onWhy={(participationWhy) => grading.edit({ participationWhy })}
    />
  );
  if (state.result === undefined) {
    return (
      <p className="part soft" role="status">
        {t("counting")}
      </p>
    );
  }
  if (state.result === null) {
    return (
      <section className="part" aria-labelledby="participation-head">
        <header className="d-head">
          <h2 className="h-sec" id="participation-head">
            {t("participation")}
          </h2>
        </header>
        {field}
      </section>
    );
  }
  return (
    <ParticipationPart
      result={state.result}
      given={typed}
      placeOf={placeOf}
      timeZone={timeZone}
      onAccept={state.accept}
      onChange={state.change}
    >
      {field}
    </ParticipationPart>
  );
}
