"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { classOrders } from "./class-order";
import type { PositionView } from "./shapes";
import type { TheClass } from "./use-class";

interface ClassFiltersProps {
  theClass: TheClass;
  positions: PositionView[];
  /** Named where somebody sees more than one. */
  groups: { id: string; name: string }[];
  /** How many argue for each position is for staff: among few, a number tells who. */
  counts: boolean;
  unread: number;
}

/** Which of the class's answers are listed, and in what order. */
export function ClassFilters({ theClass, positions, groups, counts, unread }: ClassFiltersProps) {
  const t = useTranslations("prompt.filter");
  const id = useId();
  const { all, filter, change, order } = theClass;
  const unanswered = all.filter(({ replies }) => replies.length === 0).length;
  const holders = (position: string) =>
    all.filter(({ response }) => (response.positionId ?? "none") === position).length;
  const kinds = [
    ...positions.map(({ id: position, short }) => ({ id: position, label: short })),
    ...(holders("none") > 0 ? [{ id: "none", label: t("none") }] : []),
  ];

  return (
    <div className="filt">
      <fieldset className="seg">
        <legend className="vh">{t("position")}</legend>
        <button
          type="button"
          aria-pressed={filter.position === null}
          onClick={() => change({ position: null })}
        >
          {t("all")} <span className="n">{all.length}</span>
        </button>
        {kinds.map((kind) => (
          <button
            key={kind.id}
            type="button"
            aria-pressed={filter.position === kind.id}
            onClick={() => change({ position: filter.position === kind.id ? null : kind.id })}
          >
            {kind.label} {counts && <span className="n">{holders(kind.id)}</span>}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="f"
        aria-pressed={filter.unread !== null}
        disabled={unread === 0 && filter.unread === null}
        onClick={theClass.toggleUnread}
      >
        {t("unread")} <span className={unread > 0 ? "n u" : "n"}>{unread}</span>
      </button>
      <button
        type="button"
        className="f"
        aria-pressed={filter.unanswered}
        onClick={() => change({ unanswered: !filter.unanswered })}
      >
        {t("unanswered")} <span className="n">{unanswered}</span>
      </button>
      {groups.length > 0 && (
        <>
          <label className="vh" htmlFor={`${id}-group`}>
            {t("group")}
          </label>
          <select
            id={`${id}-group`}
            className="input"
            value={filter.groupId ?? ""}
            onChange={(event) => change({ groupId: event.target.value || null })}
          >
            <option value="">{t("allGroups")}</option>
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </select>
        </>
      )}
      <label className="vh" htmlFor={`${id}-order`}>
        {t("order")}
      </label>
      <select
        id={`${id}-order`}
        className="input"
        value={order}
        onChange={(event) => {
          const chosen = classOrders.find((each) => each === event.target.value);
          if (chosen) theClass.setOrder(chosen);
        }}
      >
        {classOrders.map((each) => (
          <option key={each} value={each}>
            {t(`orders.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
