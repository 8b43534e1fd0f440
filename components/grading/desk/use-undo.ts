"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { GradeView } from "@/components/grading/grading-types";
import { whetherOnline } from "@/components/grading/whether-online";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";

interface Saved {
  studentId: string;
  name: string;
  grade: GradeView;
}

/** How long a save is offered to be taken back, long enough to be heard and gone to. Milliseconds. */
const UNDOABLE = 10_000;

/** The last save, to be taken back with one key. What a student has seen is not: that owes a reason, from its history. */
export function useUndo(
  at: { courseId: string; assignmentId: string },
  onUndone: (studentId: string, grade: GradeView) => void,
) {
  const t = useTranslations("grade.undo");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refusal = useRefusal();
  const mutation = useMutation(trpc.grade.undo.mutationOptions(whetherOnline));
  const [last, setLast] = useState<Saved | null>(null);

  const undo = async (saved: Saved | null = last) => {
    if (!saved || mutation.isPending) return;
    const { studentId, name, grade } = saved;
    try {
      const before = await mutation.mutateAsync({ ...at, studentId, version: grade.version, reason: "" });
      setLast(null);
      client.setQueryData(trpc.grade.ofStudent.queryKey({ ...at, studentId }), before);
      onUndone(studentId, before);
      toast(t("undone", { name }));
    } catch (error) {
      // Released, or saved again, since: what it said before is in its history.
      const isStale = refusalIn(error)?.code === "stale";
      if (isStale) setLast(null);
      toast(isStale ? t("stale", { name }) : refusal(error));
    }
  };
  return {
    undo: () => undo(),
    /** A grade as it stands now: a save that it has gone on from is no longer there to be taken back. */
    took: (studentId: string, { version }: GradeView) =>
      setLast((saved) => (saved?.studentId === studentId && saved.grade.version !== version ? null : saved)),
    saved: (saved: Saved) => {
      const isDraft = saved.grade.stage !== "released";
      setLast(isDraft ? saved : null);
      toast(t("saved", { name: saved.name, total: saved.grade.total ?? "–" }), {
        id: "grade-saved",
        duration: isDraft ? UNDOABLE : undefined,
        action: isDraft ? { label: t("act"), onClick: () => undo(saved) } : undefined,
      });
    },
  };
}
