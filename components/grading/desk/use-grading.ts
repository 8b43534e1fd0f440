"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import {
  allOf,
  type Choice,
  type Choices,
  linesBetween,
  openLines,
  settled,
} from "@/components/grading/conflict/settle";
import type { GradeView } from "@/components/grading/grading-types";
import { whetherOnline } from "@/components/grading/whether-online";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn } from "@/components/trpc/use-refusal";
import type { Measure } from "@/domain/grading/measure";
import {
  contentOf,
  type DeskDraft,
  differs,
  draftOf,
  goneOn,
  isSpent,
  readDraft,
  sending,
  withinMeasure,
  writeDraft,
} from "./desk-draft";

export interface GradingPlace {
  courseId: string;
  assignmentId: string;
  studentId: string;
  /** Whose device draft it is. */
  personId: string;
  /** The id under which it is kept: an alias's, where it was begun before the names were given back. */
  keptUnder: string;
}

interface Options {
  place: GradingPlace;
  initial: GradeView | null;
  /** What lateness leaves of the marks of a grade nobody has begun, in per cent. */
  kept: string;
  measure: Measure;
  /** Told of every grade the server has acknowledged. */
  onSaved: (grade: GradeView) => void;
  /** What it is measured by, or a comment that is remarked on, is gone: looks at everything again. */
  onGone: () => Promise<void>;
}

/**
 * One student's grade on the desk. What is typed stays on the device until the server has it; when somebody else saved
 * meanwhile, `conflict` holds until each line that differs is settled, and nothing can be saved over it before.
 */
export function useGrading({ place, initial, kept: keptShare, measure, onSaved, onGone }: Options) {
  const { courseId, assignmentId, studentId, personId, keptUnder } = place;
  const at = { courseId, assignmentId, studentId };
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = trpc.grade.ofStudent.queryOptions(
    at,
    // A page fetched ahead may be older than what has been saved since.
    { initialData: initial, staleTime: 0, refetchOnMount: "always" },
  );
  const { data: grade } = useQuery(query);
  const [freshId] = useState(newId);
  const [kept, keep, { keptAt, clear }] = useDraft(`grade.${personId}.${assignmentId}.${keptUnder}`);
  const newest = useRef(kept);
  const isForgottenHere = useRef(false);
  const forget = useCallback(() => {
    isForgottenHere.current = true;
    clear();
  }, [clear]);
  const { queryKey } = query;
  useEffect(() => {
    // Another tab of the same person has saved it: what the server has now is there to be read.
    const isGone = kept === "" && newest.current !== "" && !isForgottenHere.current;
    if (isGone) client.invalidateQueries({ queryKey });
    if (kept === "") isForgottenHere.current = false;
    newest.current = kept;
  }, [kept, client, queryKey]);
  const [error, setError] = useState<unknown>(null);

  const written = readDraft(kept);
  const draft = written && goneOn(withinMeasure(written, measure, grade), grade);
  const isChanged = draft !== null && differs(draft, grade, keptShare);
  const saved = draftOf(grade, freshId, keptShare);
  // A space that is being typed changes nothing, and must not go.
  const isBeingTyped = draft !== null && draft.version === saved.version;
  const shown = isChanged || isBeingTyped ? draft : { ...saved, reason: draft?.reason ?? "" };
  const isOver = draft !== null && isSpent(draft, grade);
  useEffect(() => {
    if (isOver) forget();
  }, [isOver, forget]);
  const theirs = isChanged && grade && draft.version !== grade.version ? grade : null;
  const lines = theirs ? linesBetween(shown, theirs) : [];
  const [settling, setSettling] = useState<{ version: number; choices: Choices }>({
    version: 0,
    choices: {},
  });
  const choices = theirs && settling.version === theirs.version ? settling.choices : {};
  const choose = (next: Choices) => theirs && setSettling({ version: theirs.version, choices: next });

  const save = useMutation(trpc.grade.save.mutationOptions(whetherOnline));
  const release = useMutation(trpc.grade.release.mutationOptions(whetherOnline));
  const recall = useMutation(trpc.grade.recall.mutationOptions(whetherOnline));

  const put = (next: DeskDraft) => keep(writeDraft(next));

  /** Takes what the server now has; what was typed since `sent` stays, as a draft on the new version. */
  const accept = (next: GradeView, sent: string) => {
    client.setQueryData(query.queryKey, next);
    const typed = readDraft(newest.current);
    if (newest.current === sent || !typed) forget();
    else put({ ...typed, id: next.id, version: next.version, reason: "", sent: [] });
    onSaved(next);
  };

  const attempt = async (act: () => Promise<GradeView>): Promise<GradeView | null> => {
    setError(null);
    try {
      return await act();
    } catch (thrown) {
      setError(thrown);
      const code = refusalIn(thrown)?.code;
      if (code === "stale") await client.invalidateQueries({ queryKey: query.queryKey });
      if (code === "not-found") await onGone();
      return null;
    }
  };

  const saveDraft = async (what: DeskDraft): Promise<GradeView | null> => {
    // Kept as it is sent, on the version it was made on: an answer that is lost leaves it on the device.
    const marked = sending(what);
    const sent = writeDraft(marked);
    keep(sent);
    newest.current = sent;
    const { id, version, reason } = what;
    const saved = await attempt(() => save.mutateAsync({ ...at, id, version, reason, ...contentOf(what) }));
    if (saved) {
      accept(saved, sent);
      return saved;
    }
    // It was refused for a save of one's own, of which nobody had heard.
    const own = goneOn(marked, client.getQueryData(query.queryKey) ?? null);
    return own === marked ? null : saveDraft(own);
  };

  /** Saves what is shown, if it says anything new; the grade as it then stands, or null when it was refused. */
  const saveShown = async (): Promise<GradeView | null> => {
    if (!theirs) return isChanged || !grade ? saveDraft(shown) : grade;
    const what = settled(shown, theirs, choices);
    if (!what) return null;
    if (!differs(what, theirs)) {
      forget();
      return theirs;
    }
    return saveDraft(what);
  };

  const act = async (how: (saved: GradeView) => Promise<GradeView>): Promise<GradeView | null> => {
    const saved = await saveShown();
    if (!saved) return null;
    const sent = newest.current;
    const next = await attempt(() => how(saved));
    if (next) accept(next, sent);
    return next;
  };

  return {
    grade,
    shown,
    isChanged,
    conflict: theirs && { theirs, lines, choices, open: openLines(lines, choices).length },
    choose: (key: string, choice: Choice) => choose({ ...choices, [key]: choice }),
    chooseAll: (choice: Choice) => choose({ ...choices, ...allOf(lines, choice, choices) }),
    keptAt: isChanged ? keptAt : null,
    error,
    busy: save.isPending || release.isPending || recall.isPending,
    edit: (change: Partial<DeskDraft>) => put({ ...shown, ...change }),
    save: saveShown,
    /** Takes a grade that came another way: an answer in its thread. */
    took: (next: GradeView) => {
      client.setQueryData(query.queryKey, next);
      onSaved(next);
    },
    release: () => act((saved) => release.mutateAsync({ ...at, version: saved.version })),
    recall: (reason: string) => act((saved) => recall.mutateAsync({ ...at, version: saved.version, reason })),
  };
}

export type Grading = ReturnType<typeof useGrading>;
