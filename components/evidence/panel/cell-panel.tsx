"use client";

import { ChevronLeft, ChevronRight, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { Link } from "@/components/ui/link";
import { evidenceRelations } from "@/domain/prompt/contest";
import { useEvidenceDesk } from "../desk-context";
import type { ViewedCell } from "../figures";
import { Cards } from "./cards";
import { type Order, orders } from "./use-cell";

interface CellPanelProps {
  cell: ViewedCell;
  headRef: RefObject<HTMLHeadingElement | null>;
  /** The panel's own title says which cell it is. */
  titled: boolean;
  onAdd: () => void;
  onClose: () => void;
  onShowAll: () => void;
  /** To the cell before or after that has something in it. */
  onGo: (back: boolean) => void;
}

/** What stands in a cell: how it is split, and every piece; of an empty one, the work to do. */
export function CellPanel({ cell, headRef, titled, onAdd, onClose, onShowAll, onGo }: CellPanelProps) {
  const t = useTranslations("evidence");
  const { page } = useEvidenceDesk();
  const position = page.positions.find(({ id }) => id === cell.positionId);
  const dimension = page.dimensions.find(({ id }) => id === cell.dimensionId);
  const { tally } = cell;
  const count = cell.counted.size;
  const isEmpty = count === 0;
  const [order, setOrder] = useState<Order>("helpful");
  // The last card of a cell has nobody to leave the focus to but the title.
  const wasEmpty = useRef(isEmpty);
  useEffect(() => {
    if (isEmpty && !wasEmpty.current && document.activeElement === document.body) headRef.current?.focus();
    wasEmpty.current = isEmpty;
  }, [isEmpty, headRef]);

  return (
    <>
      <header>
        <div className="ih">
          {titled && <p className="ip">{position?.name}</p>}
          <button className="iconb" type="button" aria-label={t("before")} onClick={() => onGo(true)}>
            <ChevronLeft className="i" aria-hidden />
          </button>
          <button className="iconb" type="button" aria-label={t("after")} onClick={() => onGo(false)}>
            <ChevronRight className="i" aria-hidden />
          </button>
          {titled && (
            <button className="iconb" type="button" aria-label={t("close")} onClick={onClose}>
              <X className="i" aria-hidden />
            </button>
          )}
        </div>
        {titled && (
          <h2 ref={headRef} tabIndex={-1}>
            {dimension?.name}
          </h2>
        )}
        {dimension?.question && <p className="soft">{dimension.question}</p>}
        {!isEmpty && (
          <p className="bal">
            {evidenceRelations.map(
              (relation) =>
                tally[relation] > 0 && (
                  <span key={relation} className={`b-${relation}`} style={{ flex: tally[relation] }}>
                    {t.rich(`bar.${relation}`, {
                      count: tally[relation],
                      b: (words) => <b className="n">{words}</b>,
                    })}
                  </span>
                ),
            )}
          </p>
        )}
        <div className="srt">
          {!isEmpty && <OrderSelect order={order} onOrder={setOrder} />}
          {page.canRecord && (
            <button type="button" className="btn" onClick={onAdd}>
              <Plus className="i s" aria-hidden />
              {t("add")}
            </button>
          )}
        </div>
      </header>
      {isEmpty && cell.all === 0 && <WorkToDo />}
      {isEmpty && cell.all > 0 && (
        <div className="list work-to-do">
          <p>{t("hiddenHere", { count: cell.all })}</p>
          <p>
            <button type="button" className="btn" onClick={onShowAll}>
              {t("filter.all")}
            </button>
          </p>
        </div>
      )}
      {!isEmpty && <Cards key={`${cell.key} ${order}`} cell={cell} order={order} headRef={headRef} />}
    </>
  );
}

function OrderSelect({ order, onOrder }: { order: Order; onOrder: (order: Order) => void }) {
  const t = useTranslations("evidence");
  const id = useId();
  return (
    <>
      <label className="vh" htmlFor={id}>
        {t("order.label")}
      </label>
      <select
        id={id}
        className="f"
        value={order}
        onChange={(event) => onOrder(orders.find((each) => each === event.target.value) ?? "helpful")}
      >
        {orders.map((each) => (
          <option key={each} value={each}>
            {t(`order.${each}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function WorkToDo() {
  const t = useTranslations("evidence");
  const { courseId, page } = useEvidenceDesk();
  return (
    <div className="list work-to-do">
      <p>
        <b>{t("emptyTitle")}</b>
      </p>
      <p className="soft">{page.readings.length > 0 ? t("emptyWhy") : t("noReadings")}</p>
      <ul>
        {page.readings.map((reading) => (
          <li key={reading.id}>
            <Link className="link" prefetch={false} href={`/courses/${courseId}/readings/${reading.id}`}>
              {reading.number} {reading.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
