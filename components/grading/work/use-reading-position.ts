"use client";

import { type RefObject, useEffect, useLayoutEffect } from "react";

/** Where each student's page was left, as long as the tab lives. */
const keyOf = (assignmentId: string, studentId: string) => `grade.at.${assignmentId}.${studentId}`;

/** What scrolls: the pane, or on a phone, where it is as long as its text, the window. */
const scrollerOf = (pane: HTMLElement): HTMLElement =>
  getComputedStyle(pane).overflowY === "visible" ? document.documentElement : pane;

/** Keeps how far one has read in a student's work, and goes back there. */
export function useReadingPosition(
  page: RefObject<HTMLElement | null>,
  assignmentId: string,
  studentId: string | null,
): void {
  useLayoutEffect(() => {
    const pane = page.current;
    // A link to a comment says itself where to go.
    if (!pane || studentId === null || window.location.hash) return;
    const kept = sessionStorage.getItem(keyOf(assignmentId, studentId));
    scrollerOf(pane).scrollTop = kept ? Number(kept) : 0;
  }, [page, assignmentId, studentId]);

  useEffect(() => {
    const pane = page.current;
    if (!pane || studentId === null) return;
    const key = keyOf(assignmentId, studentId);
    const keep = () => {
      // Behind another of a phone's tabs it is nowhere.
      if (pane.offsetParent !== null)
        sessionStorage.setItem(key, String(Math.round(scrollerOf(pane).scrollTop)));
    };
    const from = scrollerOf(pane) === pane ? pane : window;
    from.addEventListener("scroll", keep, { passive: true });
    return () => from.removeEventListener("scroll", keep);
  }, [page, assignmentId, studentId]);
}
