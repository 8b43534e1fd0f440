"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { useShowWaiting } from "@/components/live/live-provider";
import { useTRPC } from "@/components/trpc/client";
import { can } from "@/domain/access/policy";
import { noFilter, type ThreadFilter } from "@/domain/comment/filter";
import { factsOfWire } from "@/domain/comment/wire";
import { headsInput } from "./data/use-heads";
import type { Desk } from "./desk-state";
import { paragraphAt, paragraphElement, positionOf } from "./dom-range";
import { focusCard } from "./focus-card";
import type { Head, ReaderPage } from "./reader-types";
import { scrollToSettled } from "./text/scroll-to";

interface DeskProps {
  courseId: string;
  page: ReaderPage;
  me: Desk["me"];
  staff: boolean;
  /** The thread a link names. */
  linked: string | null;
  narrow: boolean;
  announce: (words: string) => void;
}

const scrollTo = (position: number) => {
  const paragraph = paragraphAt(position);
  if (paragraph) scrollToSettled(paragraph, "center");
};

/** The thread whose card stands first beside a paragraph; null where none is drawn. */
function firstCardAt(position: number): string | null {
  const card = document.querySelector(`.margin > article[data-position="${position}"]`);
  return card?.id.replace(/^t-/, "") ?? null;
}

const isAt = (position: number) => (head: Head) => positionOf(head.root.paragraphId) === position;

/** What is open, held, filtered and being written in the reader. */
export function useDeskState({ courseId, page, me, staff, linked, narrow, announce }: DeskProps): Desk {
  const client = useQueryClient();
  const trpc = useTRPC();
  const [filter, setFilter] = useState<ThreadFilter>(noFilter);
  const [held, setHeld] = useState<string | null>(linked);
  const [writing, setWriting] = useState<Desk["writing"]>(null);
  const [sheet, setSheet] = useState<number | null>(null);
  const [citedAt, setCitedAt] = useState<number | null>(null);
  const [gathering, setGathering] = useState<Desk["gathering"]>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const wantsFocus = useRef<string | null>(linked);
  const show = useShowWaiting();
  const heldNow = useRef(held);
  heldNow.current = held;
  /** A card that is open already takes the focus now: a wish that stood would take it from whatever has it later. */
  const wishFocus = useCallback((threadId: string) => {
    const isDone = heldNow.current === threadId && focusCard(threadId);
    wantsFocus.current = isDone ? null : threadId;
  }, []);
  /** Where the reader goes back to from what is open. */
  const place = useRef<number | null>(null);

  const hold: Desk["hold"] = useCallback(
    (threadId, { focus = false, position } = {}) => {
      setHeld(threadId);
      setWriting(null);
      setCitedAt(null);
      if (!threadId) return;
      // Whoever opens a thread asks for what waits in it.
      show(threadId);
      if (!narrow) setSheet(null);
      else if (position !== undefined) setSheet(position);
      if (focus) wishFocus(threadId);
    },
    [narrow, show, wishFocus],
  );

  const goToThread: Desk["goToThread"] = useCallback(
    (threadId, position) => {
      place.current = position;
      show(threadId);
      wishFocus(threadId);
      setFilter(noFilter);
      setHeld(threadId);
      setWriting(null);
      setCitedAt(null);
      setSheet(narrow ? position : null);
      if (position > 0) scrollTo(position);
    },
    [narrow, show, wishFocus],
  );

  const goToParagraph: Desk["goToParagraph"] = useCallback((position) => {
    scrollTo(position);
    paragraphAt(position)?.focus({ preventScroll: true });
  }, []);

  const write: Desk["write"] = useCallback((at) => {
    setWriting(at);
    if (!at) return;
    place.current = positionOf(at.paragraphId);
    setHeld(null);
    setSheet(null);
    setCitedAt(null);
  }, []);

  const openCited: Desk["openCited"] = useCallback((position) => {
    place.current = position;
    setWriting(null);
    setHeld(null);
    setSheet(null);
    setCitedAt(position);
  }, []);

  const openParagraph: Desk["openParagraph"] = useCallback(
    async (position) => {
      place.current = position;
      setWriting(null);
      setCitedAt(null);
      if (narrow) {
        setSheet(position);
        return;
      }
      const input = headsInput({ courseId, readingId: page.id, filter }, position);
      const options = trpc.comment.heads.queryOptions(input, { staleTime: 10_000 });
      const found = await client.fetchQuery(options).catch(() => null);
      if (!found) {
        // The list says that it could not be had, and tries again.
        setSheet(position);
        return;
      }
      const { heads, more } = found;
      // What has been written here a moment ago stands in the margin before the server knows of it.
      const first = firstCardAt(position) ?? heads.find(isAt(position))?.root.id;
      if (more[position]) setSheet(position);
      else if (first) hold(first, { focus: true });
    },
    [client, courseId, filter, hold, narrow, page.id, trpc],
  );

  const backToText = useCallback(() => {
    const open = writing ? positionOf(writing.paragraphId) : place.current;
    const card = held && document.getElementById(`t-${held}`);
    const at = open ?? Number(card instanceof HTMLElement ? card.dataset.position : 0);
    setHeld(null);
    setWriting(null);
    setSheet(null);
    setCitedAt(null);
    if (at) paragraphAt(at)?.focus();
  }, [held, writing]);

  const { discussion } = page;
  const may: Desk["may"] = useCallback(
    (action, comment) => {
      const actor = { ...page.me, membershipId: me.key || "nobody" };
      const room = { ...discussion, groupId: comment.groupId };
      return !comment.pending && can(actor, action, factsOfWire(comment), room, new Date());
    },
    [discussion, me.key, page.me],
  );

  return useMemo(
    () => ({
      ...{
        courseId,
        page,
        me,
        staff,
        canPost: page.can.post,
        may,
        filter,
        setFilter,
        held,
        hold,
        wantsFocus,
      },
      ...{
        goToThread,
        goToParagraph,
        typing,
        setTyping,
        writing,
        write,
        sheet,
        openParagraph,
        backToText,
        announce,
      },
      ...{ citedAt, openCited, gathering, gather: setGathering },
    }),
    [
      courseId,
      page,
      me,
      staff,
      may,
      filter,
      held,
      hold,
      goToThread,
      goToParagraph,
      typing,
      writing,
      write,
      sheet,
      openParagraph,
      backToText,
      announce,
      citedAt,
      openCited,
      gathering,
    ],
  );
}

/** The paragraph named in the address (`#p-…`), or by a link to a thread in it. */
export const paragraphInAddress = (): HTMLElement | null =>
  paragraphElement(window.location.hash.replace(/^#p-/, ""));
