"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { whetherOnline } from "@/components/grading/whether-online";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn } from "@/components/trpc/use-refusal";
import type { Mark } from "@/domain/grading/mark";
import { useBook } from "./book-context";
import type { MarkOutcome } from "./shapes";

export interface MarkToSet {
  assignmentId: string;
  studentId: string;
  /** The version it is made on; 0 while there is no grade. */
  version: number;
  mark: Mark;
}

/** What was written, and can be taken back. */
export type Written = Pick<MarkOutcome, "assignmentId" | "studentId" | "version">;

/** As many as one request carries. */
const STEP = 50;

/** Enters marks, and takes them back; the table is read anew after each. */
export function useMarks() {
  const { courseId } = useBook();
  const trpc = useTRPC();
  const client = useQueryClient();
  const set = useMutation(trpc.gradebook.setMarks.mutationOptions(whetherOnline));
  const back = useMutation(trpc.grade.undo.mutationOptions(whetherOnline));
  const readAnew = () => client.invalidateQueries({ queryKey: trpc.gradebook.table.queryKey({ courseId }) });

  /** Writes step by step, telling how many are done; what was not written says why. */
  const write = async (
    marks: readonly MarkToSet[],
    reason: string,
    onDone: (outcomes: readonly MarkOutcome[]) => void = () => {},
  ): Promise<MarkOutcome[]> => {
    const outcomes: MarkOutcome[] = [];
    try {
      for (let at = 0; at < marks.length; at += STEP) {
        const step = marks.slice(at, at + STEP).map((mark) => ({ id: newId(), ...mark }));
        outcomes.push(...(await set.mutateAsync({ courseId, marks: step, reason })));
        onDone(outcomes);
      }
    } finally {
      await readAnew();
    }
    return outcomes;
  };

  /**
   * Puts back what stood before; one that somebody changed since stays. How many went back. Throws where it cannot be
   * asked: asked again, what went back before counts too.
   */
  const takeBack = async (written: readonly Written[], reason: string): Promise<number> => {
    let count = 0;
    try {
      for (const { assignmentId, studentId, version } of written) {
        const isBack = await back.mutateAsync({ courseId, assignmentId, studentId, version, reason }).then(
          () => true,
          (error: unknown) => {
            if (refusalIn(error)) return false;
            throw error;
          },
        );
        if (isBack) count++;
      }
    } finally {
      await readAnew();
    }
    return count;
  };
  return { write, takeBack };
}
