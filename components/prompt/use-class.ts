"use client";

import { useState } from "react";
import { arranged, type ClassFilter, type ClassOrder, noFilter, postedOf } from "./class-order";
import type { PositionView, ResponseView } from "./shapes";
import type { PromptView } from "./use-view";

interface Class {
  responses: readonly ResponseView[];
  positions: readonly PositionView[];
  view: PromptView;
  isUnread: (id: string) => boolean;
}

/** The class's answers: which are listed, in what order, and which of them is open, as the address says. */
export function useClass({ responses, positions, view, isUnread }: Class) {
  const [filter, setFilter] = useState<ClassFilter>(noFilter);
  const [order, setOrder] = useState<ClassOrder>("fewest");
  const all = postedOf(responses);
  const listed = arranged(
    all,
    filter,
    order,
    positions.map((position) => position.id),
  );
  // Named in the address, it is open whatever the filters say.
  const named = all.find(({ response }) => response.id === view.response);
  // A reply changes the order; what is being read and answered does not give way to what comes first then.
  const [openId, setOpenId] = useState<string | null>(null);
  const kept = listed.find(({ response }) => response.id === openId);
  const open = named ?? kept ?? listed.find(({ response }) => !response.mine) ?? listed[0] ?? null;
  if (open && open.response.id !== openId) setOpenId(open.response.id);
  const index = listed.findIndex(({ response }) => response.id === open?.response.id);
  const unreadIds = () =>
    new Set(all.flatMap(({ response }) => (isUnread(response.id) ? [response.id] : [])));

  const step = (by: 1 | -1): string | null => {
    const next = index === -1 ? listed[0] : listed[index + by];
    if (next) view.open(next.response.id);
    return next?.response.id ?? null;
  };

  return {
    all,
    listed,
    open,
    index,
    filter,
    change: (part: Partial<ClassFilter>) => setFilter((held) => ({ ...held, ...part })),
    toggleUnread: () => setFilter((held) => ({ ...held, unread: held.unread ? null : unreadIds() })),
    reset: () => setFilter(noFilter),
    order,
    setOrder,
    step,
    hasPrevious: index > 0,
    hasNext: index < listed.length - 1,
  };
}

export type TheClass = ReturnType<typeof useClass>;
