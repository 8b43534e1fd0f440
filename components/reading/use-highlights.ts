"use client";

import { useEffect } from "react";
import type { Desk } from "./desk-state";
import { offsetIn, paragraphElement, paragraphIdOf, rangeIn } from "./dom-range";

const names = ["question", "insight", "challenge", "term", "plain", "held"] as const;
type Name = (typeof names)[number];

function paint(desk: Desk): void {
  const ranges = new Map<Name, Range[]>();
  const add = (name: Name, range: Range) => ranges.set(name, [...(ranges.get(name) ?? []), range]);
  for (const { root } of desk.shown) {
    const element = root.paragraphId && paragraphElement(root.paragraphId);
    const range = element && root.passage && rangeIn(element, root.passage.start, root.passage.end);
    if (!range) continue;
    add(root.signal ?? "plain", range);
    if (root.id === desk.held) add("held", range.cloneRange());
  }
  const { writing } = desk;
  const target = writing?.paragraphId && writing.passage && paragraphElement(writing.paragraphId);
  const chosen = target && writing.passage && rangeIn(target, writing.passage.start, writing.passage.end);
  if (chosen) add("held", chosen);
  for (const name of names) CSS.highlights.set(`gl-${name}`, new Highlight(...(ranges.get(name) ?? [])));
}

/** The offset in its paragraph of the text under the pointer. */
function pointed(event: MouseEvent): { paragraphId: string; offset: number } | null {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const paragraphId = paragraphIdOf(caret?.offsetNode ?? null);
  const element = paragraphId && paragraphElement(paragraphId);
  if (!caret || !element) return null;
  return { paragraphId, offset: offsetIn(element, caret.offsetNode, caret.offset) };
}

/**
 * Paints the passages with the CSS Custom Highlight API, which adds no nodes; a click on one opens its thread, the
 * shortest first where several overlap. Without the API the text stays plain and the threads are reached from ¶.
 */
export function useHighlights(desk: Desk): void {
  const { shown, held, hold, writing } = desk;

  useEffect(() => {
    if ("highlights" in CSS) paint({ ...desk, shown, held, writing });
  });

  useEffect(() => {
    const open = (event: MouseEvent) => {
      if (!window.getSelection()?.isCollapsed) return;
      if (!(event.target instanceof Element) || !event.target.closest("[data-at]")) return;
      const at = pointed(event);
      if (!at) return;
      const under = shown
        .filter(({ root }) => root.paragraphId === at.paragraphId && root.passage)
        .filter(({ root }) => root.passage && root.passage.start <= at.offset && at.offset < root.passage.end)
        .sort((a, b) => (a.root.passage?.quote.length ?? 0) - (b.root.passage?.quote.length ?? 0));
      if (under.length === 0) return;
      // Clicking again goes on to the next one below.
      const current = under.findIndex(({ root }) => root.id === held);
      hold(under[(current + 1) % under.length]?.root.id ?? null);
    };
    document.addEventListener("click", open);
    return () => document.removeEventListener("click", open);
  }, [shown, held, hold]);
}
