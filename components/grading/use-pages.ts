"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { GradePage, GradeView, PromptWork, QueueStudent } from "./grading-types";
import { whetherOnline } from "./whether-online";

/** Between two looks at what has changed (ms): in the work at hand, and in the queue. */
const WORK_EVERY = 30_000;
const QUEUE_EVERY = 60_000;

interface At {
  courseId: string;
  assignmentId: string;
}

const withGrade = (student: QueueStudent, grade: GradeView): QueueStudent => ({
  ...student,
  version: grade.version,
  state: grade.stage,
  standing: grade.standing,
  total: grade.total,
  complete: grade.complete,
  savedAt: grade.updatedAt,
  askedAt: grade.askedAt,
  changedSince: false,
});

/**
 * The queue, and the work of whoever is at hand; those nearby are fetched ahead. Both are looked at again now and
 * then; what was saved here is in the queue at once.
 */
export function usePages(at: At, studentId: string | null, initial: GradePage) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [openedAt] = useState(() => Date.now());
  const firstId = initial.subject?.student.id ?? null;
  const queue = useQuery({
    ...trpc.grade.page.queryOptions({ ...at, studentId: firstId }),
    ...whetherOnline,
    initialData: initial,
    initialDataUpdatedAt: openedAt,
    refetchInterval: QUEUE_EVERY,
  });
  const [taken, setTaken] = useState({ students: initial.students, at: openedAt });
  if (queue.dataUpdatedAt > taken.at) {
    setTaken({ students: queue.data.students, at: queue.dataUpdatedAt });
  }
  const workOf = (id: string) => trpc.grade.next.queryOptions({ ...at, studentId: id });
  const isFirst = initial.subject && studentId === firstId;
  const work = useQuery({
    ...workOf(studentId ?? ""),
    ...whetherOnline,
    enabled: studentId !== null,
    refetchInterval: WORK_EVERY,
    ...(isFirst ? { initialData: initial.subject ?? undefined, initialDataUpdatedAt: openedAt } : {}),
  });
  return {
    page: queue.data,
    subject: work.data?.student.id === studentId ? work.data : null,
    error: work.error,
    again: async () => {
      await Promise.all([queue.refetch(), work.refetch()]);
    },
    fetchAhead: async (id: string) => {
      const beside = trpc.grade.beside.queryOptions({ ...at, studentId: id });
      await Promise.all([client.prefetchQuery(workOf(id)), client.prefetchQuery(beside)]);
    },
    students: taken.students,
    /** Takes a grade into the queue, and into the work it belongs to. */
    took: (id: string, grade: GradeView) => {
      setTaken(({ students }) => ({
        students: students.map((student) => (student.id === id ? withGrade(student, grade) : student)),
        at: Date.now(),
      }));
      client.setQueryData(workOf(id).queryKey, (subject) => subject && { ...subject, grade });
      client.setQueriesData<PromptWork>(
        { queryKey: trpc.grade.byPrompt.queryKey() },
        (work) =>
          work && {
            ...work,
            students: work.students.map((one) =>
              one.id === id ? { ...one, grade: { ...grade, released: grade.stage === "released" } } : one,
            ),
          },
      );
    },
  };
}

/** Fetches work ahead of being asked for, once that at hand is there. */
export function useFetchAhead(
  ids: readonly string[],
  isReady: boolean,
  fetchAhead: (id: string) => Promise<void>,
): void {
  const newest = useRef(fetchAhead);
  useEffect(() => {
    newest.current = fetchAhead;
  });
  const list = ids.join(" ");
  useEffect(() => {
    if (isReady) for (const id of list.split(" ").filter(Boolean)) newest.current(id);
  }, [list, isReady]);
}
