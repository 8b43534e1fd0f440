import { useFormatter, useTranslations } from "next-intl";
import type { PositionView, StanceView } from "./shapes";

interface StanceTrackProps {
  stances: StanceView[];
  positions: PositionView[];
  readings: { id: string; number: number }[];
  timeZone: string;
}

const LANE = 20;
const TOP = 28;
const LEFT = 96;
const RIGHT = 364;

/** The path through the positions, first to last: a picture, and the same as a table for who does not see it. */
export function StanceTrack({ stances, positions, readings, timeZone }: StanceTrackProps) {
  const t = useTranslations("stance");
  const format = useFormatter();
  const hasNone = stances.some((stance) => stance.positionId === null);
  const lanes = [
    ...positions.map((position) => ({ id: position.id as string | null, short: position.short })),
    ...(hasNone ? [{ id: null, short: t("none") }] : []),
  ];
  const laneOf = (stance: StanceView) => lanes.findIndex((lane) => lane.id === stance.positionId);
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
            <text className={current?.positionId === lane.id ? "on" : undefined} x="0" y={y(index) + 4}>
              {lane.short}
            </text>
            <path className="r" d={`M80 ${y(index)}H372`} />
          </g>
        ))}
        <path
          className="ln"
          d={`M${stances.map((stance, index) => `${x(index)} ${y(laneOf(stance))}`).join("L")}`}
        />
        {stances.map((stance, index) => (
          <circle key={stance.id} cx={x(index)} cy={y(laneOf(stance))} r={2 + stance.confidence * 0.8} />
        ))}
      </svg>
      <div className="vh">
        <table>
          <caption>{t("path")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("columns.when")}</th>
              <th scope="col">{t("columns.position")}</th>
              <th scope="col">{t("columns.sure")}</th>
              <th scope="col">{t("columns.why")}</th>
            </tr>
          </thead>
          <tbody>
            {stances.map((stance) => (
              <tr key={stance.id}>
                <th scope="row">
                  {momentOf(stance)}, {format.dateTime(stance.at, { dateStyle: "medium", timeZone })}
                </th>
                <td>{positions.find((position) => position.id === stance.positionId)?.name ?? t("none")}</td>
                <td>{t("sureOf", { level: stance.confidence })}</td>
                <td>{stance.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
