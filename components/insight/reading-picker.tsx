"use client";

import { CircleQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { usePageKeys } from "@/components/ui/use-page-keys";
import type { OpenQuestions, ScopeReading } from "./shapes";

interface ReadingPickerProps {
  readings: readonly ScopeReading[];
  reading: ScopeReading | null;
  /** How many questions wait in each. */
  waiting: OpenQuestions["waiting"];
  onReading: (number: number) => void;
}

/** More than this would not stand in one row. */
const MOST_BUTTONS = 6;

/** Which text is shown, with how many questions wait in each; the keys 1 to 9 choose by the reading's number. */
export function ReadingPicker({ readings, reading, waiting, onReading }: ReadingPickerProps) {
  const t = useTranslations("insight.heat");
  const id = useId();
  usePageKeys(
    Object.fromEntries(
      readings
        .filter(({ number }) => number < 10)
        .map(({ number }) => [String(number), () => onReading(number)]),
    ),
  );
  if (readings.length < 2) {
    return reading && <span className="soft one-reading">{t("reading", { ...reading })}</span>;
  }
  if (readings.length > MOST_BUTTONS) {
    return (
      <span className="choice">
        <label className="vh" htmlFor={id}>
          {t("which")}
        </label>
        <select
          id={id}
          className="input"
          value={reading?.number ?? ""}
          onChange={(event) => onReading(Number(event.target.value))}
        >
          {readings.map((each) => (
            <option key={each.id} value={each.number}>
              {t("reading", { ...each })}
            </option>
          ))}
        </select>
      </span>
    );
  }
  return (
    <fieldset className="seg readings">
      <legend className="vh">{t("which")}</legend>
      {readings.map((each) => {
        const isShown = each.id === reading?.id;
        const count = waiting[each.id] ?? 0;
        return (
          <button
            key={each.id}
            type="button"
            aria-pressed={isShown}
            aria-label={t("readingWaits", { ...each, count })}
            title={each.title}
            onClick={() => onReading(each.number)}
          >
            {each.number}
            {isShown && <span className="name">{each.title}</span>}
            {count > 0 && (
              <span className="sig q n">
                <CircleQuestionMark className="i" aria-hidden />
                {count}
              </span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}
