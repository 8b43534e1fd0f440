"use client";

import { useTranslations } from "next-intl";
import { type Hundredths, showPoints, sumOf } from "@/domain/grading/points";
import { type Part, parts } from "@/domain/participation/policy";
import type { ParticipationForm } from "./form-shape";
import { InlineNumber, NumberInput } from "./number-field";

interface Props {
  value: ParticipationForm;
  held: ParticipationForm | null;
  /** What taking part is worth. */
  points: Hundredths;
  /** How many paragraphs the chosen readings have together; 0 where it is not known. */
  paragraphs: number;
  onChange: (value: ParticipationForm) => void;
}

/** The parts of taking part: full marks for how much, by which weight; a bar shows the shares. */
export function CountsTable({ value, held, points, paragraphs, onChange }: Props) {
  const t = useTranslations("assignment.counts");
  const sum = sumOf(parts.map((part) => value[part].weight));
  const worth = (weight: number) => (sum === 0 ? "0" : showPoints(Math.round((points * weight) / sum)));
  const set = <Each extends Part>(part: Each, change: Partial<ParticipationForm[Each]>) =>
    onChange({ ...value, [part]: { ...value[part], ...change } });

  const number = (part: Part, name: string, held: number, onNumber: (next: number) => void, least = 1) => (
    <NumberInput
      small
      least={least}
      most={500}
      aria-label={t(`wanted.${name}`)}
      value={held}
      onChange={onNumber}
      key={`${part}-${name}`}
    />
  );
  const wanted = (part: Part) => {
    if (part === "timeliness") return t("full.timeliness");
    if (part === "replies") {
      const { given, received } = value.replies;
      return t.rich("full.replies", {
        given: () => number(part, "given", given, (next) => set(part, { given: next })),
        received: () => number(part, "received", received, (next) => set(part, { received: next }), 0),
      });
    }
    const field = () => number(part, part, value[part].wanted, (next) => set(part, { wanted: next }));
    return t.rich(`full.${part}`, { number: field, paragraphs });
  };

  return (
    <>
      <div className="wbar2" aria-hidden="true">
        {parts.map((part) => (
          <i key={part} style={{ flex: value[part].weight }} className={isOther(part) ? "c" : undefined} />
        ))}
      </div>
      <table className="tbl wt">
        <caption className="vh">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("ofThe", { points: showPoints(points) })}</th>
            <th scope="col">{t("fullMarksFor")}</th>
            <th scope="col" className="num">
              {t("weightColumn")}
            </th>
            <th scope="col" className="num">
              {t("pointsColumn")}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part} className={isOther(part) ? "chg" : undefined}>
              <th scope="row">{t(`parts.${part}`)}</th>
              <td>{wanted(part)}</td>
              <td className="num">
                <NumberInput
                  small
                  most={100}
                  aria-label={t(`weightOf.${part}`)}
                  value={value[part].weight}
                  onChange={(weight) => set(part, { weight })}
                />
              </td>
              <td className="num n">{worth(value[part].weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="minw">
        <InlineNumber
          label={t("minWordsLabel")}
          before={t("minWords")}
          after={t("minWordsUnit")}
          most={500}
          value={value.minWords}
          onChange={(minWords) => onChange({ ...value, minWords })}
        />
      </p>
    </>
  );

  function isOther(part: Part): boolean {
    return held !== null && JSON.stringify(held[part]) !== JSON.stringify(value[part]);
  }
}
