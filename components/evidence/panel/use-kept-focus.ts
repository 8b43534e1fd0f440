"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * A card that goes (deleted, moved, merged) and had the focus leaves it to the one that takes its place, else to the
 * panel's title. `ids` are those of the cards, in order.
 */
export function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  head: RefObject<HTMLElement | null>,
  ids: readonly string[],
) {
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    const gone = before.current.findIndex((id) => !ids.includes(id));
    before.current = ids;
    if (gone < 0 || document.activeElement !== document.body) return;
    const heir = list.current?.children[gone]?.querySelector<HTMLElement>("[data-passage]");
    (heir ?? head.current)?.focus();
  }, [list, head, ids]);
}
