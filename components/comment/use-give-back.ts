"use client";

import { useCallback } from "react";
import { useDesk } from "@/components/reading/desk-state";
import { numberOf } from "@/components/reading/dom-range";
import { takenBack } from "@/components/reading/evidence/gathering";
import { newId } from "@/components/trpc/new-id";
import type { OutboxRefusal } from "@/domain/outbox/item";
import type { Write } from "@/domain/outbox/write";
import { commentDraftKey, editDraftKey, replyDraftKey } from "./draft-keys";
import { giveBack } from "./given-back";

interface From {
  threadId?: string;
  refusal?: OutboxRefusal | null;
}

/** Puts what was taken out of the outbox back where it was written, open and ready to be changed. */
export function useGiveBack(): (taken: Write, from?: From) => void {
  const { me, page, write, hold, gather } = useDesk();
  return useCallback(
    (taken, { threadId, refusal } = {}) => {
      if (taken.kind === "post") {
        const { readingId, paragraphId, passage, spans, signal, audience, body, groupId } = taken.comment;
        const place = { paragraphId, passage, spans };
        const key = commentDraftKey(me.id, readingId, place);
        giveBack(key, body, { signal, audience, groupId: groupId ?? null, newer: null });
        write({ ...place, signal });
      } else if (taken.kind === "reply") {
        const { parentId, body } = taken.reply;
        if (document.getElementById(`t-${parentId}`) || document.getElementById(`l-${parentId}`)) {
          giveBack(replyDraftKey(me.id, parentId), body, { signal: null, newer: null });
          hold(parentId);
          return;
        }
        // What it answered is gone: the words are on the reading now, where their writer may take them further.
        const place = { paragraphId: null, passage: null };
        giveBack(commentDraftKey(me.id, page.id, place), body, { signal: null, newer: null });
        write(place);
      } else if (taken.kind === "edit") {
        const { id, body, signal } = taken.edit;
        const newer = refusal?.code === "stale" ? refusal.current : null;
        giveBack(editDraftKey(me.id, id), body, { signal, newer }, true);
        if (threadId) hold(threadId);
      } else {
        const newer = refusal?.code === "stale" ? refusal.current : null;
        const { evidence } = taken.kind === "record" ? taken : { evidence: null };
        const place = evidence && { ...evidence, number: numberOf(evidence.paragraphId), cut: false };
        const back = takenBack(taken, newer, { place, freshId: newId() });
        if (back) gather(back);
      }
    },
    [me.id, page.id, write, hold, gather],
  );
}
