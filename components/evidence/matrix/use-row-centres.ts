"use client";

import { type RefObject, useEffect, useState } from "react";

export interface RowCentre {
  id: string;
  /** Pixels from the top of the table. */
  centre: number;
}

interface Measured {
  rows: RowCentre[];
  height: number;
}

function measure(table: HTMLTableElement): Measured {
  const box = table.getBoundingClientRect();
  const rows = [...table.querySelectorAll<HTMLElement>("tbody [data-row]")].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return { id: row.dataset.row ?? "", centre: Math.round(top - box.top + height / 2) };
  });
  return { rows, height: Math.round(box.height) };
}

/** Where the rows of the matrix stand, for what is drawn beside them; `ids` are the rows' own, in order. */
export function useRowCentres(table: RefObject<HTMLTableElement | null>, ids: string): Measured {
  const [measured, setMeasured] = useState<Measured>({ rows: [], height: 0 });
  useEffect(() => {
    const element = table.current;
    if (!element || ids === "") return;
    const look = () => {
      const next = measure(element);
      setMeasured((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const row of element.querySelectorAll("tbody [data-row]")) observer.observe(row);
    return () => observer.disconnect();
  }, [table, ids]);
  return measured;
}
