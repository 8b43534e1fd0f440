import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import type {
  NotCounted,
  ParticipationPart,
  ParticipationResult,
  Source,
} from "@/domain/participation/result";
import "./participation.css";

/**
 * Where a comment or piece stands on the page, or beyond it, and what it is called there (null: nothing, it goes by its
 * number in the row); null for nowhere.
 */
export type PlaceOf = (
  source: Pick<Source, "kind" | "id" | "thread">,
) => { href: string; label: string | null } | null;

interface Props {
  result: ParticipationResult;
  placeOf: PlaceOf;
  timeZone: string;
}

/** As many as stand on one line beside what was counted. */
const AT_ONCE = 8;

/** Why a participation score is suggested: for each part what was counted, with ways there, and what it is worth. */
export function ParticipationReasons({ result, placeOf, timeZone }: Props) {
  const t = useTranslations("participation");
  return (
    <>
      <table className="reasons">
        <caption className="vh">{t("why", { score: result.score, most: result.most })}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t("reason")}</th>
            <th scope="col">{t("counted")}</th>
            <th scope="col">{t("points")}</th>
          </tr>
        </thead>
        <tbody>
          {result.parts.map((part) => (
            <Reason key={part.part} part={part} placeOf={placeOf} />
          ))}
        </tbody>
      </table>
      {result.notCounted.length > 0 && <Left left={result.notCounted} placeOf={placeOf} />}
      <p className="faint">
        {t("until")} <Moment at={result.through} timeZone={timeZone} />
      </p>
    </>
  );
}

function Reason({ part, placeOf }: { part: ParticipationPart; placeOf: PlaceOf }) {
  const t = useTranslations("participation");
  const share = part.share.above / part.share.below;
  return (
    <tr style={{ "--f": share } as CSSProperties}>
      <th scope="row">{t(`part.${part.part}`)}</th>
      <td>
        <Found part={part} /> <Sources from={part.from} placeOf={placeOf} />
      </td>
      <td className="n">
        {t.rich("of", {
          points: part.points,
          most: part.most,
          faint: (text) => <span className="faint">{text}</span>,
        })}
      </td>
    </tr>
  );
}

function Found({ part }: { part: ParticipationPart }) {
  const t = useTranslations("participation.found");
  switch (part.part) {
    case "timeliness":
      return t("timeliness", {
        of: part.of,
        inTime: part.inTime,
        forgiven: part.forgiven,
        late: part.late,
      });
    case "replies":
      return t("replies", {
        given: part.given.value,
        givenWanted: part.given.wanted,
        received: part.received.value,
        receivedWanted: part.received.wanted,
      });
    default:
      return t(part.part, { value: part.value, wanted: part.wanted });
  }
}

/** Ways to what was counted; those that no longer stand anywhere are in the number only. */
function Sources({ from, placeOf }: { from: readonly Source[]; placeOf: PlaceOf }) {
  const t = useTranslations("participation.source");
  const placed = from.filter((source) => placeOf(source) !== null);
  const rest = placed.slice(AT_ONCE);
  const links = (sources: readonly Source[], from = 0) =>
    sources.map((source, at) => (
      <SourceLink key={source.id} number={from + at + 1} source={source} placeOf={placeOf} />
    ));
  return (
    <>
      <span className="sgls">{links(placed.slice(0, AT_ONCE))}</span>
      {rest.length > 0 && (
        <details className="sgls-more">
          <summary>{t("more", { count: rest.length })}</summary>
          <span className="sgls">{links(rest, AT_ONCE)}</span>
        </details>
      )}
    </>
  );
}

interface SourceLinkProps {
  /** Its place in the row. */
  number: number;
  source: Source;
  placeOf: PlaceOf;
}

function SourceLink({ number, source, placeOf }: SourceLinkProps) {
  const t = useTranslations("participation.source");
  const place = placeOf(source);
  const label = place?.label ?? String(number);
  return (
    place && (
      <Link href={place.href} prefetch={false} aria-label={t(source.kind, { label })}>
        {label}
      </Link>
    )
  );
}

/** What was not counted, because. */
function Left({ left, placeOf }: { left: readonly NotCounted[]; placeOf: PlaceOf }) {
  const t = useTranslations("participation");
  return (
    <details className="left-out">
      <summary>{t("left.summary", { count: left.length })}</summary>
      <ul>
        {left.map((each) => {
          const place = placeOf(each);
          const other = each.of === null ? null : placeOf({ kind: each.kind, id: each.of });
          return (
            <li key={each.id}>
              {place ? (
                <Link href={place.href} prefetch={false}>
                  {place.label === null
                    ? t(`left.${each.kind}`)
                    : t(`source.${each.kind}`, { label: place.label })}
                </Link>
              ) : (
                t(`left.${each.kind}`)
              )}
              {": "}
              {t(`because.${each.because}`)}
              {other && (
                <>
                  {", "}
                  <Link href={other.href} prefetch={false}>
                    {other.label === null ? t("left.sameAs") : t("left.same", { other: other.label })}
                  </Link>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
