"use client";

import { type RefObject, useEffect, useState } from "react";

export interface RowPlaces {
  /** The middle of each row, in pixels from the top of the first. */
  rows: { id: string; centre: number }[];
  /** Of all the rows together. */
  height: number;
  /** Of what stands above the first row. */
  above: number;
}

function measure(table: HTMLTableElement): RowPlaces {
  const top = table.getBoundingClientRect().top;
  const found = [...table.querySelectorAll<HTMLElement>("tbody [data-row]")].map((row) => ({
    id: row.dataset.row ?? "",
    box: row.getBoundingClientRect(),
  }));
  const first = found[0]?.box.top ?? top;
  return {
    rows: found.map(({ id, box }) => ({ id, centre: Math.round(box.top - first + box.height / 2) })),
    height: Math.round((found.at(-1)?.box.bottom ?? first) - first),
    above: Math.round(first - top),
  };
}

/** Where the rows of the matrix stand, for what is drawn beside them; `ids` are the rows' own, in order. */
export function useRowCentres(table: RefObject<HTMLTableElement | null>, ids: string): RowPlaces {
  const [places, setPlaces] = useState<RowPlaces>({ rows: [], height: 0, above: 0 });
  useEffect(() => {
    const element = table.current;
    if (!element || ids === "") return;
    const look = () => {
      const next = measure(element);
      setPlaces((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const row of element.querySelectorAll("tbody [data-row]")) observer.observe(row);
    return () => observer.disconnect();
  }, [table, ids]);
  return places;
}
