"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { useTRPC } from "@/components/trpc/client";
import { wordsOf } from "@/domain/outbox/write";
import { breathe } from "../breathe";
import { useCited } from "../data/use-cited";

/** Paragraphs written on before the page is let go again. */
const AT_ONCE = 40;

/**
 * Writes on each paragraph how often it is put to work, once that is known and whenever it has changed. The mark has
 * its place in the gutter from the start: nothing moves when it comes.
 */
export function useCitedMarks(): void {
  const t = useTranslations("reader.cited");
  const { data } = useCited();
  const written = useRef(new Map<number, number>());
  useRefreshedCounts();
  useEffect(() => {
    if (!data) return;
    const stop = new AbortController();
    const now = new Map(
      data.paragraphs.map(({ position, comments, responses, notes, evidence }) => [
        position,
        comments + responses + notes + evidence,
      ]),
    );
    const positions = new Set([...written.current.keys(), ...now.keys()]);
    const changed = [...positions].filter((at) => (written.current.get(at) ?? 0) !== (now.get(at) ?? 0));
    const writeAll = async () => {
      for (const [at, position] of changed.entries()) {
        if (at % AT_ONCE === 0) await breathe();
        if (stop.signal.aborted) return;
        const count = now.get(position) ?? 0;
        written.current.set(position, count);
        const paragraph = document.querySelector<HTMLElement>(`.page .p[data-p="${position}"]`);
        const button = paragraph?.querySelector<HTMLElement>(":scope > .cited-in");
        if (!paragraph || !button) continue;
        const number = Number(paragraph.dataset.n ?? 0);
        button.textContent = `${count}`;
        button.hidden = count === 0;
        button.setAttribute("aria-label", t("mark", { count, number }));
        button.title = t("mark", { count, number });
      }
    };
    writeAll();
    return () => stop.abort();
  }, [data, t]);
}

/** What this person has sent may have put a passage to work. */
function useRefreshedCounts(): void {
  const client = useQueryClient();
  const trpc = useTRPC();
  const { onSent, onEvidence, refused } = useOutbox();
  const outOfFrame = refused.filter(({ refusal }) => refusal?.code === "out-of-frame").length;
  useEffect(() => {
    // What can be chosen in its place is in the frame as it is now.
    if (outOfFrame > 0) void client.invalidateQueries(trpc.citation.pathFilter());
  }, [client, outOfFrame, trpc]);
  useEffect(() => {
    const refresh = () => client.invalidateQueries(trpc.citation.pathFilter());
    const offComments = onSent(({ write }) => {
      if (write.kind === "delete" || wordsOf(write)?.body.includes("[[")) refresh();
    });
    const offEvidence = onEvidence(() => {
      refresh();
      client.invalidateQueries(trpc.evidence.pathFilter());
    });
    return () => {
      offComments();
      offEvidence();
    };
  }, [client, onEvidence, onSent, trpc]);
}
