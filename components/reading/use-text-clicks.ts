"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { Desk } from "./desk-state";
import { offsetIn, paragraphElement, paragraphIdOf, positionOf } from "./dom-range";
import { useNarrow } from "./use-narrow";

/** The place in the text under a point of the window. Safari long knew it by another name only. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const { caretRangeFromPoint } = document as { caretRangeFromPoint?: Document["caretRangeFromPoint"] };
  const range = caretRangeFromPoint?.call(document, x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** The paragraph and the offset in it of the text under the pointer. */
function pointed(event: MouseEvent): { position: number; at: number } | null {
  const caret = caretAt(event.clientX, event.clientY);
  const paragraphId = paragraphIdOf(caret?.node ?? null);
  const element = paragraphId && paragraphElement(paragraphId);
  if (!caret || !element) return null;
  return { position: positionOf(paragraphId), at: offsetIn(element, caret.node, caret.offset) };
}

/**
 * One listener for the whole text: the buttons beside each paragraph, and the painted passages, of which the shortest
 * under the pointer opens first and a further click the next below it.
 */
export function useTextClicks(desk: Desk): void {
  const client = useQueryClient();
  const trpc = useTRPC();
  const { courseId, page, filter, held, hold, openParagraph, openCited, write, canPost } = desk;
  const narrow = useNarrow();

  useEffect(() => {
    const press = (button: HTMLElement) => {
      const paragraphId = paragraphIdOf(button);
      if (!paragraphId) return;
      if (button.dataset.act === "threads") openParagraph(positionOf(paragraphId));
      else if (button.dataset.act === "cited") openCited(positionOf(paragraphId));
      else if (canPost) write({ paragraphId, passage: null });
    };
    const openAt = async (event: MouseEvent) => {
      const place = pointed(event);
      if (!place) return;
      const { heads } = await client.fetchQuery(
        trpc.comment.ofParagraph.queryOptions({ courseId, readingId: page.id, filter, ...place }),
      );
      const here = heads.findIndex(({ root }) => root.id === held);
      const next = heads[(here + 1) % heads.length];
      // On a phone the sheet covers what was tapped: the thread is shown in it.
      if (next) hold(next.root.id, { position: positionOf(next.root.paragraphId), focus: narrow });
    };
    const onClick = (event: MouseEvent) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      const button = target.closest<HTMLElement>(".page [data-act]");
      if (button) press(button);
      else if (target.closest("[data-at]") && window.getSelection()?.isCollapsed) {
        openAt(event).catch(() => {});
      }
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [canPost, client, courseId, filter, held, hold, narrow, openCited, openParagraph, page.id, trpc, write]);
}
