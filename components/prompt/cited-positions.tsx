import { useTranslations } from "next-intl";
import type { PositionView, ResponseView } from "./shapes";

interface CitedPositionsProps {
  response: ResponseView;
  positions: PositionView[];
}

/** For which of the positions an answer cites a passage, one square each; how many passages, where it names none. */
export function CitedPositions({ response, positions }: CitedPositionsProps) {
  const t = useTranslations("response");
  const { citations } = response;
  const cited = positions.filter((position) => citations.some((chip) => chip.positionId === position.id));
  if (cited.length === 0) {
    return <span className="five n">{t("cites", { count: citations.length })}</span>;
  }
  const names = cited.map((position) => position.short).join(", ");
  return (
    <span
      className="five"
      role="img"
      title={names}
      aria-label={t("citesPositions", { cited: cited.length, of: positions.length, names })}
    >
      {positions.map((position) => (
        <i key={position.id} className={cited.includes(position) ? "on" : undefined} />
      ))}
    </span>
  );
}
