"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/trpc/client";
import { passesFilter, type ThreadFilter, talkByParagraph, threadsOf } from "@/domain/comment/thread";
import { Adder } from "./adder";
import { type Desk, DeskContext } from "./desk-state";
import { paragraphElement } from "./dom-range";
import { Margin } from "./margin";
import { Rail } from "./rail";
import type { Comment, Place, ReadingPage } from "./reader-types";
import { useHighlights } from "./use-highlights";
import { useReaderKeys } from "./use-reader-keys";
import { WordPicker } from "./word-picker";

interface ReaderDeskProps {
  courseId: string;
  page: ReadingPage;
  me: { id: string; name: string };
  staff: boolean;
  /** The thread a link names. */
  linked: string | null;
  /** The source, drawn on the server. */
  children: ReactNode;
}

/** The reader: rail, source, margin, and what they share. */
export function ReaderDesk({ courseId, page, me, staff, linked, children }: ReaderDeskProps) {
  const t = useTranslations("reader");
  const trpc = useTRPC();
  const query = trpc.comment.ofReading.queryOptions(
    { courseId, readingId: page.id },
    { initialData: page.comments },
  );
  const { data, isError, refetch } = useQuery(query);
  const comments: Comment[] = data;
  const [filter, setFilter] = useState<ThreadFilter>("all");
  const [held, setHeld] = useState<string | null>(linked);
  const [writing, setWriting] = useState<Place | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const [said, setSaid] = useState("");

  const order = useMemo(() => page.paragraphs.map((paragraph) => paragraph.id), [page.paragraphs]);
  const threads = useMemo(() => threadsOf(comments, order), [comments, order]);
  const shown = useMemo(() => threads.filter((thread) => passesFilter(thread, filter)), [threads, filter]);
  const talk = useMemo(() => talkByParagraph(comments), [comments]);

  const hold = useCallback(
    (threadId: string | null) => {
      setHeld(threadId);
      setWriting(null);
      const thread = threads.find((candidate) => candidate.root.id === threadId);
      if (thread) setSheet(thread.root.paragraphId ?? "reading");
    },
    [threads],
  );
  const write = useCallback((place: Place | null) => {
    setWriting(place);
    if (!place) return;
    setHeld(null);
    setSheet(place.paragraphId ?? "reading");
  }, []);
  const openParagraph = useCallback(
    (paragraphId: string) => {
      setSheet(paragraphId);
      const first = threads.find((thread) => thread.root.paragraphId === paragraphId);
      if (!first) return;
      setFilter("all");
      setWriting(null);
      setHeld(first.root.id);
      requestAnimationFrame(() => document.getElementById(`t-${first.root.id}`)?.focus());
    },
    [threads],
  );
  const backToText = useCallback(() => {
    const paragraphId =
      writing?.paragraphId ?? threads.find((thread) => thread.root.id === held)?.root.paragraphId ?? sheet;
    setHeld(null);
    setWriting(null);
    setSheet(null);
    if (paragraphId) paragraphElement(paragraphId)?.focus();
  }, [held, sheet, threads, writing]);

  useEffect(() => {
    if (isError) toast.error(t("loadFailed"), { action: { label: t("again"), onClick: () => refetch() } });
  }, [isError, refetch, t]);

  useEffect(() => {
    if (!linked) return;
    const place = page.comments.find(
      (comment) => comment.id === linked || comment.threadId === linked,
    )?.paragraphId;
    if (place) paragraphElement(place)?.scrollIntoView({ block: "center" });
  }, [linked, page.comments]);

  const desk: Desk = {
    courseId,
    page,
    me,
    staff,
    canPost: page.can.post,
    comments,
    threads,
    shown,
    talk,
    filter,
    setFilter,
    held,
    hold,
    writing,
    write,
    sheet,
    openParagraph,
    backToText,
    announce: setSaid,
  };
  useHighlights(desk);
  const { keysDialog, picking, stopPicking } = useReaderKeys(desk);

  return (
    <DeskContext value={desk}>
      <div className="spread" data-sheet={sheet !== null || undefined}>
        <Rail />
        <main className="sheet" id="main" tabIndex={-1}>
          {children}
        </main>
        <Margin />
      </div>
      <Adder />
      {picking && <WordPicker paragraphId={picking} onDone={stopPicking} />}
      {keysDialog}
      <p className="vh" role="status" aria-live="polite">
        {said}
      </p>
    </DeskContext>
  );
}
