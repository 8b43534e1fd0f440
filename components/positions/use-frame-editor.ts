"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { begin, editorReducer, isDirty, keep, readKept, troubles } from "./frame-draft";
import type { FramePage } from "./shapes";

interface Input {
  courseId: string;
  meId: string;
  page: FramePage;
  onSaved: () => void;
}

/** The frame being edited: kept on this device until it is saved; what somebody else saved is put beside it. */
export function useFrameEditor({ courseId, meId, page, onSaved }: Input) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const [state, dispatch] = useReducer(editorReducer, page, begin);
  const [kept, setKept, device] = useDraft(`${meId}.frame.${courseId}`);
  const [fault, setFault] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [broughtBack, setBroughtBack] = useState(false);
  const looked = useRef(false);
  const current = useRef(state);
  current.current = state;
  const dirty = isDirty(state);

  // Once: what was left on this device unsaved.
  useEffect(() => {
    if (looked.current || kept === "") return;
    looked.current = true;
    const found = readKept(kept);
    if (!found) return;
    dispatch({ type: "brought-back", kept: found, now: page });
    setBroughtBack(true);
  }, [kept, page]);

  useEffect(() => {
    if (!dirty) return;
    looked.current = true;
    setKept(keep(state));
  }, [dirty, state, setKept]);

  const pageQuery = trpc.frame.page.queryOptions({ courseId });
  const saving = useMutation(trpc.frame.save.mutationOptions());
  const found = troubles(state.draft);

  const save = async () => {
    setTried(true);
    setFault(null);
    if (found.size > 0) return;
    try {
      const sent = state.draft;
      const { version } = state.base;
      const saved = await saving.mutateAsync({ courseId, save: { version, frame: sent } });
      const isAll = current.current.draft === sent;
      if (isAll) device.clear();
      else dispatch({ type: "saved", saved });
      await queries.invalidateQueries({ queryKey: pageQuery.queryKey });
      if (isAll) onSaved();
    } catch (error) {
      if (refusalIn(error)?.code === "stale") {
        const theirs = await queries.fetchQuery({ ...pageQuery, staleTime: 0 });
        dispatch({ type: "theirs", saved: theirs });
      } else setFault(sentence(error));
    }
  };

  const discard = useCallback(() => {
    looked.current = true;
    device.clear();
    setBroughtBack(false);
    setTried(false);
    setFault(null);
    dispatch({ type: "begin", saved: page });
  }, [device, page]);

  return {
    state,
    dispatch,
    dirty,
    save,
    saving: saving.isPending,
    fault,
    setFault,
    /** Shown once a save was tried; what stands twice is told at once. */
    troubleAt: (place: string) => {
      const trouble = found.get(place) ?? null;
      return trouble && (tried || trouble.startsWith("same")) ? trouble : null;
    },
    troubles: tried ? found.size : 0,
    broughtBack,
    discard,
    keptAt: device.keptAt,
    kept: device.kept,
  };
}
