"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { createElement, useCallback, useMemo } from "react";
import { toast } from "sonner";
import { z } from "zod";
import { recall, remember } from "@/components/device/remembered";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { newId } from "@/components/trpc/new-id";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import { useDesk } from "../desk-state";
import { paragraphElement } from "../dom-range";
import { evidenceHref } from "./address";
import { type Content, type EvidencePlace, type Gathering, writeOf } from "./gathering";

const cell = z.object({ positionId: z.string().nullable(), dimensionId: z.string().nullable() });
export type Cell = z.infer<typeof cell>;

/** Long enough to read it and reach for it (ms). */
const UNDOABLE = 12_000;

/** What is done with evidence in the reader. Every write goes through the outbox. */
export function useGatherer() {
  const t = useTranslations("reader.evidence");
  const { courseId, gather, announce } = useDesk();
  const { enqueue } = useOutbox();
  const lastKey = `cell.${courseId}`;

  const say = useCallback(
    (words: string, { id, content, undo }: { id: string; content: Content; undo?: () => void }) => {
      announce(words);
      const href = evidenceHref(courseId, content, id, undo !== undefined);
      toast(words, {
        description: createElement(Link, { className: "link", href, prefetch: false }, t("seeMatrix")),
        ...(undo && { action: { label: t("undo"), onClick: undo }, duration: UNDOABLE }),
      });
    },
    [announce, courseId, t],
  );

  return useMemo(() => {
    const lastCell = (): Cell => recall(lastKey, cell) ?? { positionId: null, dimensionId: null };
    const rememberCell = ({ positionId, dimensionId }: Cell) => {
      if (positionId || dimensionId) remember(lastKey, { positionId, dimensionId });
    };
    // What had the focus goes: the passage's paragraph takes it.
    const toPassage = (place: EvidencePlace | null) => {
      if (place) paragraphElement(place.paragraphId)?.focus({ preventScroll: true });
    };
    const close = ({ place }: Gathering) => {
      gather(null);
      toPassage(place);
    };
    const undo = (id: string, place: EvidencePlace | null) => async () => {
      toPassage(place);
      await enqueue({ kind: "deleteEvidence", id });
      toast(t("undone"));
      announce(t("undone"));
    };
    return {
      lastCell,
      rememberCell,
      /** The piece is there from now on, its author's draft; what it shows can be said at leisure. */
      record: (place: EvidencePlace, relation: EvidenceRelation, at: Cell) => {
        const content = { claim: "", relation, positionId: at.positionId, dimensionId: at.dimensionId };
        const made = { id: newId(), version: 1, content, newer: null };
        const write = writeOf({ place, piece: { ...made, made: false, kept: null } }, false);
        if (!write) return;
        enqueue(write);
        rememberCell(at);
        gather({ place, piece: { ...made, made: true, kept: content } });
        announce(t("recorded", { relation: t(`relation.${relation}`) }));
      },
      file: (what: Gathering) => {
        const write = writeOf(what, true);
        if (!write || !what.piece) return;
        enqueue(write);
        rememberCell(what.piece.content);
        close(what);
        say(t("filed"), what.piece);
      },
      /** Closes it; what was said stays with the draft. */
      leave: (what: Gathering) => {
        close(what);
        if (!what.piece) return;
        const { id, content } = what.piece;
        const write = writeOf(what, false);
        if (write) enqueue(write);
        rememberCell(content);
        say(t("keptAsDraft"), { id, content, undo: undo(id, what.place) });
      },
      /** The same without a word, as when the page is left. */
      keep: (what: Gathering) => {
        const write = writeOf(what, false);
        if (write) enqueue(write);
      },
    };
  }, [announce, enqueue, gather, lastKey, say, t]);
}
