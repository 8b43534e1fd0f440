"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Link } from "@/components/ui/link";
import { readPoints, showPoints, sumOf } from "@/domain/grading/points";
import { parts } from "@/domain/participation/policy";
import { CountsTable } from "./counts-table";
import { Fault } from "./fault";
import type { AssignmentForm } from "./form-shape";
import { type FormFault, restOf } from "./form-state";

type CountsForm = Pick<
  AssignmentForm,
  "points" | "participationPoints" | "participation" | "categoryId" | "weight" | "rubric"
>;

interface Props {
  courseId: string;
  value: CountsForm;
  held: CountsForm | null;
  categories: readonly { id: string; name: string }[];
  /** How many paragraphs the chosen readings have together. */
  paragraphs: number;
  graded: boolean;
  faults: readonly FormFault[];
  onChange: (value: Partial<CountsForm>) => void;
}

/** What it is worth: taking part, and the rubric; what taking part consists of; its place in the gradebook. */
export function CountsField(props: Props) {
  const { courseId, value, held, categories, paragraphs, graded, faults, onChange } = props;
  const t = useTranslations("assignment.counts");
  const tFault = useTranslations("assignment.save.faults");
  const id = useId();
  const rest = restOf(value);
  /** The rubric's points as they are being typed; the form keeps the sum. */
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (rest === null ? "" : showPoints(rest));
  const part = readPoints(value.participationPoints);
  const weights = parts.map((name) => value.participation[name].weight);
  const sum = sumOf(weights);

  const setRest = (text: string) => {
    setTyped(text);
    const read = readPoints(text);
    // What cannot be read stands in the form as it is: it is refused there, and kept on the device.
    onChange({ points: read === null || part === null ? text : showPoints(read + part) });
  };
  const setPart = (text: string) => {
    const read = readPoints(text);
    const kept = rest ?? readPoints(shown);
    if (read === null || kept === null) return onChange({ participationPoints: text });
    onChange({ participationPoints: text, points: showPoints(read + kept) });
  };
  const amiss = (["points", "participationPoints", "weight", "counts"] as const).filter((each) =>
    faults.includes(each),
  );

  return (
    <fieldset className="row" id="counts">
      <legend className="kick">{t("title")}</legend>
      <div className="col">
        <p className="pts">
          <label>
            {t("takingPart")}
            <input
              className="input n num"
              inputMode="decimal"
              aria-invalid={faults.includes("participationPoints")}
              aria-describedby={`${id}-faults`}
              value={value.participationPoints}
              onChange={(event) => setPart(event.target.value)}
            />
          </label>
          <span className="faint" aria-hidden="true">
            +
          </span>
          <label>
            {t(value.rubric.kind === "none" ? "byHand" : "rubricPoints")}
            <input
              className="input n num"
              inputMode="decimal"
              required
              aria-invalid={faults.includes("points")}
              aria-describedby={`${id}-faults`}
              value={shown}
              onBlur={() => setTyped(null)}
              onChange={(event) => setRest(event.target.value)}
            />
          </label>
          <span className="faint" aria-hidden="true">
            =
          </span>
          <output className="n total">{t("sum", { points: rest === null ? "?" : value.points })}</output>
        </p>
        <div id={`${id}-faults`}>
          {amiss.map((each) => (
            <Fault key={each}>{tFault(each)}</Fault>
          ))}
        </div>
        {part !== 0 && (
          <CountsTable
            value={value.participation}
            held={held?.participation ?? null}
            points={part ?? 0}
            paragraphs={paragraphs}
            onChange={(participation) => onChange({ participation })}
          />
        )}
        <p className="line book">
          {categories.length > 0 && (
            <label>
              {t("category")}{" "}
              <select
                className="input"
                value={value.categoryId ?? ""}
                onChange={(event) => onChange({ categoryId: event.target.value || null })}
              >
                <option value="">{t("noCategory")}</option>
                {categories.map((category) => (
                  <option key={category.id} value={category.id}>
                    {category.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {categories.length > 0 && (
            <label>
              {t("weight")}{" "}
              <input
                className="input n num"
                inputMode="decimal"
                aria-invalid={faults.includes("weight")}
                aria-describedby={`${id}-faults`}
                value={value.weight}
                onChange={(event) => onChange({ weight: event.target.value })}
              />
            </label>
          )}
          <Link className="link" prefetch={false} href={`/courses/${courseId}/gradebook`}>
            {t(categories.length > 0 ? "editCategories" : "makeCategories")}
          </Link>
        </p>
      </div>
      <div className="gl">
        {part !== 0 && <p>{t("suggestion")}</p>}
        {part !== 0 && sum > 0 && (
          <p className={sum === 100 ? "ok1" : undefined} role="status">
            {sum === 100 && <Check className="i s" aria-hidden="true" />}
            <span>
              {t(sum === 100 ? "sumRight" : "sumOther", { sum })}{" "}
              {graded ? t("graded") : held && t("ungraded")}
            </span>
          </p>
        )}
      </div>
    </fieldset>
  );
}
