"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import type { ResponseView } from "./shapes";

/** An answer with the replies to it, oldest first. */
export interface Posted {
  response: ResponseView;
  replies: ResponseView[];
}

/** The posted answers, those with the fewest replies first, so that nobody goes unanswered. */
export function postedOf(responses: readonly ResponseView[]): Posted[] {
  return responses
    .filter((response) => response.parentId === null && response.submittedAt !== null)
    .map((response) => ({ response, replies: responses.filter((each) => each.parentId === response.id) }))
    .sort((a, b) => a.replies.length - b.replies.length);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Which answers are listed, and which of them is open: its address names it, and `j` and `k` go through them. */
export function useClass(responses: readonly ResponseView[], active: boolean) {
  const params = useSearchParams();
  const path = usePathname();
  const [group, setGroup] = useState("");
  const posted = postedOf(responses).filter(({ response }) => group === "" || response.groupId === group);
  const wanted = params.get("response");
  const firstOfOthers = posted.find(({ response }) => !response.mine) ?? posted[0];
  const open = posted.find(({ response }) => response.id === wanted) ?? firstOfOthers ?? null;
  const index = open ? posted.indexOf(open) : -1;

  const hrefOf = (id: string) => `${path}?view=class&response=${id}`;
  const show = (id: string) => window.history.replaceState(null, "", hrefOf(id));
  const step = (by: 1 | -1) => {
    const next = posted[index + by];
    if (next) show(next.response.id);
  };

  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "j") step(1);
      if (event.key === "k") step(-1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return {
    posted,
    open,
    group,
    setGroup,
    hrefOf,
    show,
    previous: index > 0 ? () => step(-1) : null,
    next: index >= 0 && index < posted.length - 1 ? () => step(1) : null,
  };
}
