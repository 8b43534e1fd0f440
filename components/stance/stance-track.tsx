import { useFormatter, useTranslations } from "next-intl";
import { MovedLine } from "./moved-line";
import type { PositionView, ReadingName, StanceView } from "./shapes";
import { lanesOf, trackPoints } from "./track-points";
import { useStandName } from "./use-stand-name";
import "./stance.css";

interface StanceTrackProps {
  courseId: string;
  stances: readonly StanceView[];
  positions: readonly PositionView[];
  readings: readonly ReadingName[];
  timeZone: string;
}

const LANE = 20;
const TOP = 28;
const LEFT = 96;
const RIGHT = 364;

/** The path through the positions, first to last: a picture, and the same as a table for who does not see it. */
export function StanceTrack({ courseId, stances, positions, readings, timeZone }: StanceTrackProps) {
  const t = useTranslations("stance");
  const format = useFormatter();
  const nameOf = useStandName();
  const lanes = lanesOf(positions, stances);
  const points = trackPoints(lanes, stances);
  const x = (index: number) =>
    stances.length < 2 ? LEFT : LEFT + (index * (RIGHT - LEFT)) / (stances.length - 1);
  const y = (lane: number) => TOP + lane * LANE;
  const momentOf = (stance: StanceView) => {
    if (stance.moment === "before") return t("moments.before");
    if (stance.moment === "after") return t("moments.after");
    const reading = readings.find((each) => each.id === stance.readingId);
    return reading ? String(reading.number) : t("moments.reading");
  };
  const current = stances.at(-1);
  // A name for every column only where there is room for it.
  const named = (index: number) => stances.length <= 6 || index === 0 || index === stances.length - 1;

  return (
    <>
      <svg className="track" viewBox={`0 0 372 ${y(lanes.length - 1) + 12}`} aria-hidden="true">
        {stances.map(
          (stance, index) =>
            named(index) && (
              <text key={stance.id} className="h" x={x(index)} y="10" textAnchor="middle">
                {momentOf(stance)}
              </text>
            ),
        )}
        {lanes.map((lane, index) => (
          <g key={lane.id ?? "none"}>
            <text
              className={
                current && [current.positionId, current.betweenId].includes(lane.id) ? "on" : undefined
              }
              x="0"
              y={y(index) + 4}
            >
              {lane.short ?? t("none")}
            </text>
            <path className="r" d={`M80 ${y(index)}H372`} />
          </g>
        ))}
        <path className="ln" d={`M${points.map(({ at }, index) => `${x(index)} ${y(at)}`).join("L")}`} />
        {points.map(({ stance, at, ends }, index) => (
          <g key={stance.id} className={stance.movedBy ? "by" : undefined}>
            {ends && (
              <path
                className="two"
                d={`M${x(index)} ${y(ends[0])}V${y(ends[1])}M${x(index) - 4} ${y(ends[0])}h8M${x(index) - 4} ${y(ends[1])}h8`}
              />
            )}
            {stance.movedBy && <circle className="ring" cx={x(index)} cy={y(at)} r="9" />}
            <circle cx={x(index)} cy={y(at)} r={2 + stance.confidence * 0.8} />
          </g>
        ))}
      </svg>
      <p className="track-by">
        <MovedLine courseId={courseId} path={stances} />
      </p>
      <div className="vh">
        <table>
          <caption>{t("path")}</caption>
          <thead>
            <tr>
              {(["when", "position", "sure", "why", "movedBy"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stances.map((stance) => (
              <tr key={stance.id}>
                <th scope="row">
                  {momentOf(stance)}, {format.dateTime(stance.at, { dateStyle: "medium", timeZone })}
                </th>
                <td>{nameOf(stance)}</td>
                <td>{t("sureOf", { level: stance.confidence })}</td>
                <td>{stance.why}</td>
                <td>
                  {stance.movedBy && (
                    <>
                      {stance.movedBy.reading} ¶{stance.movedBy.paragraph}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
