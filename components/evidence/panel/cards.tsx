"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useMemo, useRef } from "react";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { CellFigures } from "@/domain/prompt/matrix";
import { EvidenceCard } from "../card/evidence-card";
import { useComeBack } from "../use-come-back";
import { type Order, useCell } from "./use-cell";
import { useKeptFocus } from "./use-kept-focus";

interface CardsProps {
  cell: CellFigures;
  order: Order;
  headRef: RefObject<HTMLHeadingElement | null>;
}

/** The pieces of a cell, page by page. */
export function Cards({ cell, order, headRef }: CardsProps) {
  const t = useTranslations("evidence");
  const sentence = useRefusal();
  const list = useRef<HTMLOListElement>(null);
  const { pieces, isLoaded, isWaiting, error, retry, more, isFetching } = useCell(cell, order);
  const ids = useMemo(() => pieces.map(({ id }) => id), [pieces]);
  useComeBack(list, isLoaded);
  useKeptFocus(list, headRef, ids);

  if (error) {
    return (
      <div className="list" role="alert">
        <p className="err">{sentence(error)}</p>
        <button type="button" className="btn" onClick={retry}>
          {t("again")}
        </button>
      </div>
    );
  }
  if (!isLoaded && isWaiting) {
    return (
      <div className="list" role="status">
        <p className="soft">{t("noConnection")}</p>
      </div>
    );
  }
  if (!isLoaded) {
    return (
      <div className="list ev-bones" role="status" aria-label={t("loading")}>
        <i className="bone" />
        <i className="bone" />
        <i className="bone" />
      </div>
    );
  }
  return (
    <ol className="list" ref={list} data-list>
      {pieces.map((piece) => (
        <EvidenceCard key={piece.id} piece={piece} />
      ))}
      {more && (
        <li className="more">
          <button type="button" onClick={more} disabled={isFetching}>
            {t("more", { count: cell.counted.size - pieces.length })}
          </button>
        </li>
      )}
    </ol>
  );
}
