"use client";

import { type RefObject, useEffect, useLayoutEffect } from "react";

/** Where each student's page was left, as long as the tab lives. */
const keyOf = (assignmentId: string, studentId: string) => `grade.at.${assignmentId}.${studentId}`;

/** Keeps how far one has read in a student's work, and goes back there. On a phone it is the window that scrolls. */
export function useReadingPosition(
  page: RefObject<HTMLElement | null>,
  assignmentId: string,
  studentId: string | null,
): void {
  useLayoutEffect(() => {
    const pane = page.current;
    if (!pane || studentId === null) return;
    const kept = sessionStorage.getItem(keyOf(assignmentId, studentId));
    pane.scrollTop = kept ? Number(kept) : 0;
  }, [page, assignmentId, studentId]);

  useEffect(() => {
    const pane = page.current;
    if (!pane || studentId === null) return;
    const key = keyOf(assignmentId, studentId);
    const keep = () => sessionStorage.setItem(key, String(Math.round(pane.scrollTop)));
    pane.addEventListener("scroll", keep, { passive: true });
    return () => pane.removeEventListener("scroll", keep);
  }, [page, assignmentId, studentId]);
}
