"use client";

import { type RefObject, useEffect, useRef } from "react";
import { usePageKeys } from "@/components/ui/use-page-keys";
import type { Column, Move } from "./board-state";

interface BoardKeys {
  board: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
  columns: readonly Column[];
  /** Left out where nobody is moved by hand. */
  onMove: ((move: Move) => void) | undefined;
  /** Where somebody may be moved to: not out of all groups where they fill by themselves. */
  mayLeave: boolean;
}

const PERSON = "[data-person]";

/** `j` `k` from person to person, `[` `]` into the group before and after, `/` to find one. */
export function useBoardKeys({ board, search, columns, onMove, mayLeave }: BoardKeys) {
  const moved = useRef<Pick<Move, "studentId" | "toId"> | null>(null);
  const rows = () => [...(board.current?.querySelectorAll<HTMLElement>(PERSON) ?? [])];
  const here = () => document.activeElement?.closest<HTMLElement>(PERSON) ?? null;

  // Whoever was moved is drawn anew in another group: the focus goes with them, once they are there.
  useEffect(() => {
    const { studentId, toId } = moved.current ?? {};
    const at = columns.find(({ people }) => people.some(({ id }) => id === studentId));
    if (!studentId || !at || at.id !== toId) return;
    moved.current = null;
    rows()
      .find((row) => row.dataset.person === studentId)
      ?.focus();
  });

  const step = (by: 1 | -1) => {
    moved.current = null;
    const all = rows();
    const current = here();
    const at = current ? all.indexOf(current) : by > 0 ? -1 : all.length;
    const next = all[at + by];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const shift = (by: 1 | -1) => {
    const studentId = here()?.dataset.person;
    const at = columns.findIndex(({ people }) => people.some(({ id }) => id === studentId));
    const from = columns[at];
    const to = columns[at + by];
    if (!studentId || !from || !to || (to.id === null && !mayLeave)) return;
    onMove?.({ studentId, fromId: from.id, toId: to.id });
  };
  usePageKeys({
    j: () => step(1),
    k: () => step(-1),
    "[": () => shift(-1),
    "]": () => shift(1),
    "/": () => search.current?.focus(),
  });
  return {
    /** Says who is to have the focus once they are drawn in their new group. */
    follow: ({ studentId, toId }: Move) => {
      moved.current = { studentId, toId };
    },
  };
}
