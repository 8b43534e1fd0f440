"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Requirement, Requirements, Standing } from "@/domain/prompt/requirements";
import type { PositionView } from "./shapes";
import { useNewlyMet } from "./use-newly-met";

interface StillMissingProps {
  standing: Standing;
  asks: Requirements;
  positions: PositionView[];
  children?: ReactNode;
}

/** What the prompt asks, item by item, and what of it the text does not have yet. */
export function StillMissing({ standing, asks, positions, children }: StillMissingProps) {
  const t = useTranslations("response");
  const sentence = useRequirement(standing, positions);
  const { requirements, missing, replies, wordsOver } = standing;
  const news = useNewlyMet(requirements);
  const open = missing + (replies && !replies.met ? 1 : 0);
  const left =
    open === 0
      ? t("nothing")
      : t("ofThings", { missing: open, all: requirements.length + (replies ? 1 : 0) });
  const asksNothing = requirements.length === 0 && replies === null && asks.wordsMax === 0;
  return (
    <section className="todo" aria-labelledby="still-missing">
      <h2 className="kick" id="still-missing">
        {t("stillMissing")}
        <span className="n">{left}</span>
      </h2>
      <p className="vh" role="status">
        {news.length > 0 &&
          t("nowThere", {
            what: news.map((each) => sentence(each)).join(", "),
            missing: left,
          })}
      </p>
      {asksNothing ? (
        <p className="fine">{t("asksNothing")}</p>
      ) : (
        <ul className="req">
          {requirements.map((requirement) => (
            <Item
              key={requirement.kind}
              met={requirement.met}
              have={<Have {...{ requirement, standing, asks }} />}
            >
              {requirement.kind === "named" && !requirement.met
                ? t.rich("asks.namedOnes", {
                    count: standing.uncited.length,
                    names: namesOf(standing.uncited, positions, (position) => position.name),
                    b: (words) => <b>{words}</b>,
                  })
                : sentence(requirement)}
            </Item>
          ))}
          {wordsOver > 0 && (
            <Item met={false} guide have={t("ofNumber", { have: standing.words, need: asks.wordsMax })}>
              {t("asks.wordsOver", { count: wordsOver })}
            </Item>
          )}
          {replies && (
            <Item met={replies.met} have={t("ofNumber", { have: replies.have, need: replies.need })}>
              {replies.met
                ? t("asks.repliesMet", { need: replies.need })
                : t("asks.replies", { count: replies.need - replies.have })}
            </Item>
          )}
        </ul>
      )}
      {children}
    </section>
  );
}

interface ItemProps {
  met: boolean;
  /** It is said, and holds nobody up. */
  guide?: boolean;
  have: ReactNode;
  children: ReactNode;
}

function Item({ met, guide = false, have, children }: ItemProps) {
  const t = useTranslations("response");
  return (
    <li className={met ? "ok" : guide ? "guide" : "no"}>
      {met ? <Check className="i s" aria-hidden="true" /> : <i className="bx" aria-hidden="true" />}
      <span>
        {!guide && <span className="vh">{t(met ? "there" : "missing")}: </span>}
        {children}
      </span>
      <span className="n">{have}</span>
    </li>
  );
}

interface HaveProps {
  requirement: Requirement;
  standing: Standing;
  asks: Requirements;
}

function Have({ requirement, standing, asks }: HaveProps) {
  const t = useTranslations("response");
  const { kind, have, need, met } = requirement;
  if (kind === "stand") return null;
  if (kind === "readings" && met) return standing.readings.join(", ");
  if (kind === "words" && asks.wordsMax > 0) return t("ofRange", { have, from: need, to: asks.wordsMax });
  return t("ofNumber", { have, need });
}

const namesOf = (ids: readonly string[], positions: PositionView[], nameOf: (each: PositionView) => string) =>
  positions
    .filter((position) => ids.includes(position.id))
    .map(nameOf)
    .join(", ");

/** A requirement in words, as it stands. */
export function useRequirement(standing: Standing, positions: PositionView[]) {
  const t = useTranslations("response.asks");
  return ({ kind, have, need, met }: Requirement): string => {
    if (met) return t(`${kind}Met`, { need });
    if (kind === "named")
      return t("named", { names: namesOf(standing.uncited, positions, (each) => each.name) });
    if (kind !== "positions") return t(kind, { count: need - have });
    const open = positions.filter((position) => standing.citedByPosition[position.id] === undefined);
    // Where none is cited, to name them all would say nothing.
    if (have === 0 && open.length === positions.length) return t("positionsAny", { count: need });
    return t("positions", { count: need - have, names: open.map((each) => each.short).join(", ") });
  };
}
