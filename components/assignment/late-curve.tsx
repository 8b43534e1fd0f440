"use client";

import { useTranslations } from "next-intl";
import { instantOf, localOf } from "@/domain/assignment/zoned-time";
import { latePolicy } from "@/domain/grading/late";
import type { LateForm } from "./form-shape";
import { type CurveShape, curveOf, frame } from "./late-curve-shape";
import { useLocalTime } from "./use-local-time";

interface Props {
  policy: LateForm;
  /** Wall-clock times of the form. */
  due: string;
  closes: string;
  timeZone: string;
}

/** What is left of the marks over time: a picture, and the same as a table for whoever does not see it. */
export function LateCurve({ policy, due, closes, timeZone }: Props) {
  const t = useTranslations("assignment.late");
  const { day, moment } = useLocalTime();
  const dueAt = instantOf(due, timeZone)?.at;
  const closesAt = instantOf(closes, timeZone)?.at;
  const judged = latePolicy.safeParse(policy);
  const curve = dueAt && closesAt && judged.success ? curveOf(judged.data, dueAt, closesAt, timeZone) : null;
  if (!curve || !closesAt) return <p className="help nocurve">{t("noCurve")}</p>;
  const clock = (at: Date) => localOf(at, timeZone);
  return (
    <figure className="curves">
      <Picture
        curve={curve}
        due={t("due")}
        closes={t("closes", { day: day(closes) })}
        dayOf={(at) => day(clock(at))}
      />
      <table className="vh">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("until")}</th>
            <th scope="col">{t("left")}</th>
          </tr>
        </thead>
        <tbody>
          {curve.steps.map((step) => (
            <tr key={step.from.getTime()}>
              <th scope="row">{moment(clock(step.until ?? closesAt))}</th>
              <td>{step.kept} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface PictureProps {
  curve: CurveShape;
  due: string;
  closes: string;
  dayOf: (at: Date) => string;
}

function Picture({ curve, due, closes, dayOf }: PictureProps) {
  const { left, right, top, foot } = frame;
  return (
    <svg className="curve" viewBox="0 0 560 148" aria-hidden="true">
      {curve.levels.map(({ kept, y, named }) => (
        <g key={kept}>
          <path className="g" d={`M${left} ${y}H${right}`} />
          {named && (
            <text className="y" x={left - 6} y={y + 4} textAnchor="end">
              {kept === 100 ? "100 %" : kept}
            </text>
          )}
        </g>
      ))}
      <path className="area" d={curve.area} />
      <path className="ln" d={curve.line} />
      <path className="due" d={`M${frame.due} ${top - 10}V${foot}`} />
      <text className="x d" x={frame.due} y={foot + 17} textAnchor="middle">
        {due}
      </text>
      {curve.falls.map(
        ({ at, x, named }) =>
          named && (
            <text className="x fall" key={at.getTime()} x={x} y={foot + 17} textAnchor="middle">
              {dayOf(at)}
            </text>
          ),
      )}
      <text className="x" x={right} y={foot + 17} textAnchor="end">
        {closes}
      </text>
    </svg>
  );
}
