"use client";

import { type RefObject, useRef, useState } from "react";
import { meantKey } from "@/components/device/drafts";
import { useDraft } from "@/components/device/use-draft";
import { useTRPCClient } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { Voice } from "@/domain/comment/voice";
import { MAX_REPLY, type ReplyRelation, replyRelations } from "@/domain/prompt/response";
import type { ResponseView } from "./shapes";
import type { Responses } from "./use-responses";

/** Whoever writes here, and what they are called here. */
export interface Me {
  id: string;
  voice: Voice;
}

interface Replying {
  courseId: string;
  me: Me;
  parent: ResponseView;
  responses: Pick<Responses, "put" | "drop">;
  onReplied?: () => void;
}

export interface ReplyState {
  relation: ReplyRelation | null;
  /** Begins a reply, or turns the one begun into another kind. */
  begin: (relation: ReplyRelation) => void;
  isOpen: boolean;
  putAway: () => void;
  field: RefObject<HTMLTextAreaElement | null>;
  body: string;
  setBody: (text: string) => void;
  keptAt: Date | null;
  canSend: boolean;
  send: () => Promise<void>;
  /** The id of the reply on its way; null when none is. */
  sending: string | null;
  failure: string | null;
}

/**
 * A reply to one answer: kept on this device, shown at once, and taken back with its words where the server does not
 * take it. Sent again it is still the same reply.
 */
export function useReply({ courseId, me, parent, responses, onReplied }: Replying): ReplyState {
  const client = useTRPCClient();
  const sentence = useRefusal();
  const key = `reply.${me.id}.${parent.id}`;
  const [body, setBody, draft] = useDraft(key);
  const [meant, setMeant] = useDraft(meantKey(key));
  const [opened, setOpened] = useState<boolean | null>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const relation = replyRelations.find((each) => each === meant) ?? null;
  const canSend = body.trim() !== "" && body.length <= MAX_REPLY && relation !== null && sending === null;

  /** The form goes: a focus that was in it goes to the button it was opened by. */
  const leaveForm = () => {
    if (!field.current?.form?.contains(document.activeElement)) return;
    document
      .querySelector<HTMLElement>(`[data-reply-of="${parent.id}"][data-relation="${relation}"]`)
      ?.focus({ preventScroll: true });
  };

  const begin = (next: ReplyRelation) => {
    if (sending !== null) return;
    setMeant(next);
    setOpened(true);
    requestAnimationFrame(() => field.current?.focus());
  };

  const send = async () => {
    if (!canSend || relation === null) return;
    const id = draft.id();
    leaveForm();
    setSending(id);
    setFailure(null);
    responses.put(drawn({ id, relation, body, parent, author: me.voice }));
    try {
      const reply = await client.response.reply.mutate({
        courseId,
        reply: { id, parentId: parent.id, relation, body },
      });
      responses.put(reply);
      draft.clear(body);
      setMeant("");
      setOpened(false);
      onReplied?.();
    } catch (error) {
      responses.drop(id);
      setOpened(true);
      setFailure(sentence(error));
      requestAnimationFrame(() => field.current?.focus());
    } finally {
      setSending(null);
    }
  };

  return {
    relation,
    begin,
    // Words that were left here are shown until they are put away.
    isOpen: sending === null && (opened ?? body !== "") && relation !== null,
    putAway: () => {
      leaveForm();
      setOpened(false);
    },
    field,
    body,
    setBody,
    keptAt: draft.keptAt,
    canSend,
    send,
    sending,
    failure,
  };
}

interface Drawn {
  id: string;
  relation: ReplyRelation;
  body: string;
  parent: ResponseView;
  author: Voice;
}

/** A reply as it is shown until the server has it. */
function drawn({ id, relation, body, parent, author }: Drawn): ResponseView {
  const now = new Date();
  return {
    ...parent,
    id,
    parentId: parent.id,
    relation,
    positionId: null,
    body,
    version: 1,
    createdAt: now,
    submittedAt: now,
    editedAt: null,
    author,
    citations: [],
    replies: 0,
    unread: false,
    standing: null,
    savedAt: now,
    mine: true,
    can: { ...parent.can, reply: false, edit: false, delete: false },
  };
}
