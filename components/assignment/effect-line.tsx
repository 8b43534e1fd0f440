"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Effect } from "@/domain/assignment/effect-shape";

/** How many are told by name. */
const SHOWN = 3;

/** What a change does, and to whom, in a sentence. */
export function EffectLine({ effect }: { effect: Effect }) {
  const t = useTranslations("assignment.effects");
  const format = useFormatter();
  const { what, touches, names, subject, released } = effect;
  const told = names.slice(0, SHOWN);
  const left = touches - told.length;
  const people = left > 0 ? [...told, t("others", { count: left })] : told;
  return (
    <>
      {t.rich(`what.${what}`, { count: touches, subject: subject ?? "", b: (words) => <b>{words}</b> })}{" "}
      {told.length > 0 && (
        <span className="faint" dir="auto">
          {format.list(people)}.
        </span>
      )}
      {released > 0 && <> {t("released", { count: released })}</>}
    </>
  );
}
