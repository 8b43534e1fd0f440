"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn } from "@/components/trpc/use-refusal";
import { type DeskDraft, differs, draftOf, pointsTyped, readDraft, writeDraft } from "./desk-draft";
import type { GradeView } from "./grading-types";

export interface GradingPlace {
  courseId: string;
  assignmentId: string;
  studentId: string;
  /** Whose device draft it is. */
  personId: string;
}

/**
 * One student's grade on the desk. What is typed stays on the device until the server has it; when somebody else saved
 * meanwhile, `conflict` holds until one of the two versions is chosen, and nothing can be saved over it before.
 */
export function useGrading(place: GradingPlace, initial: GradeView | null) {
  const { courseId, assignmentId, studentId, personId } = place;
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const query = trpc.grade.ofStudent.queryOptions(
    { courseId, assignmentId, studentId },
    // A page fetched ahead may be older than what has been saved since.
    { initialData: initial, staleTime: 0, refetchOnMount: "always" },
  );
  const { data: grade } = useQuery(query);
  const [freshId] = useState(newId);
  const [kept, keep, { keptAt, clear }] = useDraft(`grade.${personId}.${assignmentId}.${studentId}`);
  const newest = useRef(kept);
  useEffect(() => {
    newest.current = kept;
  }, [kept]);
  const [error, setError] = useState<unknown>(null);

  const draft = readDraft(kept);
  const isChanged = draft !== null && differs(draft, grade);
  const shown = isChanged ? draft : { ...draftOf(grade, freshId), reason: draft?.reason ?? "" };
  const conflict = isChanged && draft.version !== (grade?.version ?? 0) ? grade : null;

  const save = useMutation(trpc.grade.save.mutationOptions());
  const release = useMutation(trpc.grade.release.mutationOptions());
  const recall = useMutation(trpc.grade.recall.mutationOptions());

  const put = (next: DeskDraft) => keep(writeDraft(next));

  /** Takes what the server now has; what was typed since `sent` stays, as a draft on the new version. */
  const accept = (next: GradeView, sent: string) => {
    client.setQueryData(query.queryKey, next);
    const typed = readDraft(newest.current);
    if (newest.current === sent || !typed) clear();
    else put({ ...typed, id: next.id, version: next.version, reason: "" });
  };

  const attempt = async (act: () => Promise<GradeView>): Promise<GradeView | null> => {
    setError(null);
    try {
      return await act();
    } catch (thrown) {
      setError(thrown);
      if (refusalIn(thrown)?.code === "stale") await client.invalidateQueries({ queryKey: query.queryKey });
      return null;
    }
  };

  const saveDraft = async (what: DeskDraft): Promise<GradeView | null> => {
    const sent = newest.current;
    const saved = await attempt(() =>
      save.mutateAsync({
        courseId,
        assignmentId,
        studentId,
        id: what.id,
        version: what.version,
        points: pointsTyped(what),
        feedback: what.feedback,
        marks: what.marks,
        reason: what.reason,
      }),
    );
    if (saved) accept(saved, sent);
    return saved;
  };

  /** Saves what is shown, if it says anything new; the grade as it then stands, or null when it was refused. */
  const saveShown = async (): Promise<GradeView | null> => {
    if (conflict) return null;
    return isChanged || !grade ? saveDraft(shown) : grade;
  };

  const act = async (how: (saved: GradeView) => Promise<GradeView>): Promise<boolean> => {
    const saved = await saveShown();
    if (!saved) return false;
    const sent = newest.current;
    const next = await attempt(() => how(saved));
    if (next) accept(next, sent);
    router.refresh();
    return next !== null;
  };
  const at = { courseId, assignmentId, studentId };

  return {
    grade,
    shown,
    isChanged,
    conflict,
    keptAt: isChanged ? keptAt : null,
    error,
    busy: save.isPending || release.isPending || recall.isPending,
    edit: (change: Partial<DeskDraft>) => put({ ...shown, ...change }),
    save: async () => {
      const saved = await saveShown();
      if (saved) router.refresh();
      return saved !== null;
    },
    release: () => act((saved) => release.mutateAsync({ ...at, version: saved.version })),
    recall: (reason: string) => act((saved) => recall.mutateAsync({ ...at, version: saved.version, reason })),
    /** Puts this person's version on top of the other one. */
    keepMine: async (mine: DeskDraft) => {
      const rebased = { ...mine, id: grade?.id ?? mine.id, version: grade?.version ?? 0 };
      put(rebased);
      newest.current = writeDraft(rebased);
      if (await saveDraft(rebased)) router.refresh();
    },
    takeTheirs: () => {
      setError(null);
      clear();
    },
  };
}

export type Grading = ReturnType<typeof useGrading>;
