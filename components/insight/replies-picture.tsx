"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { VoiceName } from "@/components/voice/voice-name";
import { ARCS_WIDTH, drawArcs } from "./arc-geometry";
import { arcsOf, groupsOf, MOST_ROWS, type NetRow, partnersOf, rowsOf } from "./network";
import type { Replies } from "./shapes";
import { useGroupName } from "./use-group-name";

/** So many of those somebody talks with are named. */
const MOST_PARTNERS = 12;

/** Names in their groups with an arc for every two that talk; choosing one shows with whom. */
export function RepliesPicture({ replies }: { replies: Replies }) {
  const t = useTranslations("insight.replies");
  const voice = useTranslations("voice");
  const format = useFormatter();
  const groupName = useGroupName();
  const groups = groupsOf(replies.people);
  const isSmall = replies.people.length <= MOST_ROWS;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<string | null>(null);
  const open = isSmall ? new Set(groups.map(({ group }) => group)) : opened;
  const rows = rowsOf(replies, open);
  const { height, shapes } = drawArcs(rows, arcsOf(rows, replies.ties));
  const turn = (group: string) => {
    const next = new Set(opened);
    if (!next.delete(group)) next.add(group);
    setOpened(next);
    setSelected(null);
  };
  const kind = ({ one, other, across }: (typeof shapes)[number]) =>
    one === selected || other === selected ? "sel" : across ? "across" : undefined;
  // What is chosen lies on top.
  const drawn = shapes.toSorted((one, other) => Number(kind(one) === "sel") - Number(kind(other) === "sel"));
  const chosen = rows.find(({ key }) => key === selected);
  const partners = chosen ? partnersOf(chosen, replies) : [];
  const listed = partners
    .slice(0, MOST_PARTNERS)
    .map(({ person, count }) => t("partner", { name: person.name || voice("unnamed"), count }));
  if (partners.length > listed.length) listed.push(t("others", { count: partners.length - listed.length }));
  return (
    <>
      {!isSmall && (
        <p className="folds">
          {groups.map(({ group, people: members }) => (
            <button
              key={group}
              type="button"
              className="btn"
              aria-pressed={open.has(group)}
              onClick={() => turn(group)}
            >
              {groupName(group)} <span className="n faint">{members.length}</span>
            </button>
          ))}
        </p>
      )}
      <div className="arcs">
        <ul className="names" aria-label={t("choose")}>
          {rows.map((row) => (
            <li key={row.key} className={row.begins ? "begins" : undefined} data-key={row.key}>
              <button
                type="button"
                aria-pressed={row.key === selected}
                onClick={() => setSelected(row.key === selected ? null : row.key)}
              >
                {row.person ? <VoiceName voice={row.person} as="span" /> : groupName(row.group)}
                <span className="vh">, {t("counts", { given: row.given, received: row.received })}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className="lines">
          <svg
            viewBox={`0 0 ${ARCS_WIDTH} ${height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            {drawn.map((shape) => (
              <path
                key={`${shape.one} ${shape.other}`}
                className={kind(shape)}
                d={shape.path}
                strokeWidth={shape.thick}
              />
            ))}
          </svg>
        </div>
        <div className="figures" aria-hidden="true">
          <p className="n">
            <span>{t("gave")}</span>
            <span>{t("got")}</span>
          </p>
          <ul className="n">
            {rows.map((row) => (
              <li key={row.key} className={classOf(row, selected)}>
                <span>{row.given}</span>
                <span className={row.received === 0 ? "zero" : undefined}>
                  {row.received === 0 ? t("nobody") : row.received}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <p className="fig-key net-key">
        <span aria-hidden="true">
          <i className="k1" /> {t("within")}
        </span>
        <span aria-hidden="true">
          <i className="k2" /> {t("across")}
        </span>
        <output>
          {chosen && (
            <>
              <i className="k3" />{" "}
              {t("about", {
                name: chosen.person?.name || groupName(chosen.group),
                given: chosen.given,
                received: chosen.received,
                people: partners.length,
              })}
              {listed.length > 0 && ` · ${t("with", { names: format.list(listed) })}`}
            </>
          )}
        </output>
      </p>
    </>
  );
}

const classOf = ({ key, begins }: NetRow, selected: string | null) =>
  [begins && "begins", key === selected && "sel"].filter(Boolean).join(" ") || undefined;
