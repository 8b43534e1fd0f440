"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { z } from "zod";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { numberParagraphs, type SourceDraft, sourceDraft } from "@/domain/source/draft";
import { joinTexts } from "@/domain/source/draft-edit";
import { editorReducer, type ServerSource, startEditor } from "./editor-state";
import type { RowActs } from "./paragraph-row";

const keptDraft = z.object({ revision: z.number(), draft: sourceDraft });

function readKept(text: string): z.infer<typeof keptDraft> | null {
  try {
    return keptDraft.parse(JSON.parse(text));
  } catch {
    // Cut short, or kept by an older version of the product: nothing that can be brought back.
    return null;
  }
}

/** Long texts are written to the device when typing pauses this long (ms), and when the page goes away. */
const PAUSE = 300;

export interface Newer {
  version: number;
  text: string;
}

interface Input {
  courseId: string;
  sourceId: string;
  meId: string;
  source: ServerSource;
}

/** A source being cleaned up: its history, what is kept on this device, what the server has. */
export function useSourceEditor({ courseId, sourceId, meId, source }: Input) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const [state, dispatch] = useReducer(editorReducer, source, startEditor);
  const [kept, keep, device] = useDraft(`source.${sourceId}.${meId}`);
  const [newer, setNewer] = useState<Newer | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [broughtBack, setBroughtBack] = useState(false);
  const looked = useRef(false);
  const current = useRef(state);
  current.current = state;

  const draft = state.history.present;
  const dirty = draft !== state.base;

  // Once, when the page opens: what was left on this device unsaved.
  useEffect(() => {
    if (looked.current || kept === "") return;
    looked.current = true;
    const found = readKept(kept);
    if (!found) return;
    dispatch({ type: "brought-back", draft: found.draft });
    setBroughtBack(true);
    if (found.revision !== source.revision) {
      setNewer({ version: source.revision, text: source.paragraphs.map((row) => row.text).join("\n\n") });
    }
  }, [kept, source]);

  const write = useCallback(
    (text: SourceDraft) => {
      looked.current = true;
      keep(JSON.stringify({ revision: current.current.revision, draft: text }));
    },
    [keep],
  );
  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => write(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, dirty, write]);
  useEffect(() => {
    const leave = () => {
      const { history, base } = current.current;
      if (history.present !== base) write(history.present);
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [write]);

  const saving = useMutation(trpc.source.save.mutationOptions());

  /** Saves what stands here; gives the server's revision, or null when it was refused. */
  const save = useCallback(
    async (revision = current.current.revision): Promise<number | null> => {
      const sent: SourceDraft = current.current.history.present;
      setFault(null);
      try {
        const saved = await saving.mutateAsync({ courseId, id: sourceId, revision, draft: sent });
        dispatch({ type: "saved", sent, source: saved });
        setNewer(null);
        setBroughtBack(false);
        if (current.current.history.present === sent) device.clear();
        return saved.revision;
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal?.code === "stale") setNewer(refusal.current);
        setFault(sentence(error));
        return null;
      }
    },
    [saving, courseId, sourceId, device, sentence],
  );

  const takeTheirs = useCallback(async () => {
    const input = { courseId, id: sourceId };
    const theirs = await queries.fetchQuery({ ...trpc.source.get.queryOptions(input), staleTime: 0 });
    dispatch({ type: "taken", source: theirs });
    device.clear();
    setNewer(null);
    setFault(null);
    setBroughtBack(false);
  }, [queries, trpc, courseId, sourceId, device]);

  const saveMine = useCallback(async () => {
    if (!newer) return;
    dispatch({ type: "kept", revision: newer.version });
    await save(newer.version);
  }, [newer, save]);

  const acts = useMemo<RowActs>(() => {
    const rows = () => current.current.history.present.paragraphs;
    const at = (id: string) => rows().findIndex((row) => row.id === id);
    const edit: RowActs["edit"] = (change, focus) =>
      dispatch({ type: "edit", edit: change, caret: focus ?? null });
    return {
      edit,
      hold: (id) => dispatch({ type: "hold", id }),
      move: (id, by) => {
        const next = rows()[at(id) + by];
        if (next) dispatch({ type: "caret", caret: { id: next.id, at: 0 } });
      },
      join: (id) => {
        const [before, row] = [rows()[at(id) - 1], rows()[at(id)]];
        if (!before || !row) return;
        const caret = joinTexts(before.text, row.text).length - row.text.trimStart().length;
        edit({ type: "join", id }, { id: before.id, at: caret });
      },
      split: (id, place) => {
        const next = newId();
        edit({ type: "split", id, at: place, newId: next }, { id: next, at: 0 });
      },
      setAside: (id) => {
        const neighbour = rows()[at(id) + 1] ?? rows()[at(id) - 1];
        edit({ type: "set-aside", id }, neighbour && { id: neighbour.id, at: 0 });
      },
    };
  }, []);

  const numbers = useMemo(
    () => numberParagraphs(draft.paragraphs).map((row) => row.number),
    [draft.paragraphs],
  );

  return {
    state,
    draft,
    numbers,
    dirty,
    dispatch,
    acts,
    save,
    saving: saving.isPending,
    fault,
    newer,
    takeTheirs,
    saveMine,
    broughtBack,
    keptAt: device.keptAt,
  };
}
