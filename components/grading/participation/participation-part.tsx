"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ParticipationResult } from "@/domain/participation/result";
import { ParticipationReasons, type PlaceOf } from "./participation-reasons";

interface Props {
  result: ParticipationResult;
  /** What a person gave, a decimal; null while nobody has said. */
  given: string | null;
  placeOf: PlaceOf;
  timeZone: string;
  /** Takes the suggestion (`a`), or opens the field for another number (`e`); left out where nothing may be changed. */
  onAccept?: () => void;
  onChange?: () => void;
  /** The field, while it is open. */
  children?: ReactNode;
}

/** The desk's part about taking part: the suggested score with its reasons, to accept or to change. */
export function ParticipationPart(props: Props) {
  const { result, given, onAccept, onChange } = props;
  const { score, most } = result;
  const t = useTranslations("participation");
  const said = given === null ? "suggested" : given === score ? "accepted" : "changed";
  return (
    <details className="part" open>
      <summary className="d-head">
        <h2 className="h-sec">{t("title")}</h2>
        <span className="sugg">
          {t.rich(said, {
            given: given ?? score,
            score,
            most,
            b: (text) => <b className="n big">{text}</b>,
            faint: (text) => <span className="faint n">{text}</span>,
          })}
        </span>
      </summary>
      <ParticipationReasons result={result} placeOf={props.placeOf} timeZone={props.timeZone} />
      {props.children}
      <p className="row-acts">
        {onAccept && given !== score && (
          <button className="btn" type="button" aria-keyshortcuts="a" onClick={onAccept}>
            {t("accept", { score })} <kbd aria-hidden>a</kbd>
          </button>
        )}
        {onChange && !props.children && (
          <button className="btn bare" type="button" aria-keyshortcuts="e" onClick={onChange}>
            {t("change")} <kbd aria-hidden>e</kbd>
          </button>
        )}
      </p>
    </details>
  );
}
