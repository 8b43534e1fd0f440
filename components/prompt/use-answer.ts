"use client";

import { useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { MAX_RESPONSE } from "@/domain/prompt/response";
import { saysTheSame } from "./answer-draft";
import type { ResponseView } from "./shapes";
import { useAutosave } from "./use-autosave";
import { useResponseDraft } from "./use-response-draft";
import type { Responses } from "./use-responses";

interface Place {
  courseId: string;
  promptId: string;
  meId: string;
}

type Purpose = "keep" | "post";

/** Nothing came back from the server: the words stay here and are sent again later. */
const isUnreachable = (error: unknown) =>
  refusalIn(error) === null && !(error instanceof Object && "data" in error && error.data);

/** This person's answer to a prompt: what the server holds, what is being written, and how the one becomes the other. */
export function useAnswer(
  { courseId, promptId, meId }: Place,
  { responses, put, refresh }: Responses,
  onPosted: () => void,
) {
  const client = useTRPCClient();
  const sentence = useRefusal();
  const mine = responses.find((response) => response.mine && response.parentId === null) ?? null;
  const writing = useResponseDraft(`response.${meId}.${promptId}`, mine);
  const [pending, setPending] = useState<Purpose | null>(null);
  const [failed, setFailed] = useState<{ error: unknown } | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  /** One request at a time: each is written on the version that the one before it made. */
  const lane = useRef<Promise<unknown>>(Promise.resolve());
  const posted = useRef(false);
  posted.current = mine !== null && mine.submittedAt !== null;

  const sendNow = async (wish: Purpose): Promise<ResponseView | null> => {
    const { draft, changed, conflict } = writing.now();
    const purpose = draft.toPost ? "post" : wish;
    if (conflict || draft.body.trim() === "" || draft.body.length > MAX_RESPONSE) return null;
    if (purpose === "keep" && (!changed || posted.current)) return null;
    const { id, base: version, positionId, body } = draft;
    setPending(purpose);
    setFailed(null);
    writing.sending(draft);
    try {
      const response = { id, promptId, version, positionId, body };
      const saved = await (purpose === "post" ? client.response.post : client.response.keepDraft).mutate({
        courseId,
        response,
      });
      posted.current = saved.submittedAt !== null;
      put(saved);
      writing.settle(draft, saved);
      if (purpose === "post") onPosted();
      setSavedAt(new Date());
      return saved;
    } catch (error) {
      setFailed({ error });
      // What has been written since was not meant.
      const isMeant = purpose === "post" && saysTheSame(writing.now().draft, draft);
      writing.waitToBePosted(isMeant && isUnreachable(error));
      // The newer text is fetched so that both can be shown.
      if (refusalIn(error)?.code === "stale") await refresh();
      return null;
    } finally {
      setPending(null);
    }
  };
  const send = (purpose: Purpose): Promise<ResponseView | null> => {
    const turn = lane.current.then(() => sendNow(purpose));
    lane.current = turn;
    return turn;
  };

  const isPosted = mine !== null && mine.submittedAt !== null;
  const isEmpty = writing.draft.body.trim() === "";
  const isTooLong = writing.draft.body.length > MAX_RESPONSE;
  const unreachable = failed !== null && isUnreachable(failed.error);
  const waitsToPost = writing.draft.toPost && (writing.changed || !isPosted);
  const hasArrived = isPosted && writing.draft.toPost && !writing.changed;
  const forget = useRef(writing.takeTheirs);
  forget.current = writing.takeTheirs;
  useEffect(() => {
    // It had left after all, and only its acknowledgement was lost.
    if (hasArrived) forget.current();
  }, [hasArrived]);
  useAutosave({
    words: `${waitsToPost} ${writing.draft.positionId ?? ""} ${writing.draft.body}`,
    // What was refused is not sent again and again; a change in it may be what was wanted.
    wanted: (waitsToPost || (writing.changed && !isPosted)) && !isEmpty && !isTooLong && !writing.conflict,
    again: unreachable,
    save: () => send("keep"),
  });

  return {
    mine,
    writing,
    pending,
    isPosted,
    isEmpty,
    /** When this page last heard from the server that it has the text. */
    savedAt,
    /** The server could not be reached; the text is on this device and goes on later. */
    unreachable: unreachable && (writing.changed || waitsToPost),
    /** It was to be posted, and goes by itself once the server can be reached. */
    waitsToPost,
    /** Whether there is something to post, and nothing that has to be settled first. */
    canPost:
      pending !== "post" && !isEmpty && !isTooLong && !writing.conflict && (writing.changed || !isPosted),
    // What could not leave goes on by itself.
    failure: failed !== null && !unreachable && !writing.conflict ? sentence(failed.error) : null,
    keep: () => {
      writing.waitToBePosted(false);
      return send("keep");
    },
    post: () => send("post"),
  };
}

export type Answer = ReturnType<typeof useAnswer>;
