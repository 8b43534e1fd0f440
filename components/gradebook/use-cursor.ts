"use client";

import { useEffect, useRef, useState } from "react";
import type { GridPlace } from "@/components/ui/grid-moves";
import { useBook } from "./book-context";
import type { Place } from "./kept-mark";
import type { GradebookRow } from "./shapes";

/** Where somebody stands in the table: with the student, wherever sorting or a filter takes their row. */
export interface Cursor {
  at: GridPlace;
  /** The cell that is to take the focus as soon as it is drawn. */
  goal: Place | null;
  /** Stands there, wherever the focus is. */
  stand: (place: GridPlace) => void;
  /** Stands there, and takes the focus along. */
  go: (place: GridPlace) => void;
  /** The same by student and assignment; to where it stands already when that row is not shown. */
  goTo: (place: Place) => void;
  reached: () => void;
}

export function useCursor(rows: readonly GradebookRow[]): Cursor {
  const { assignments } = useBook().book;
  const [held, setHeld] = useState<{ studentId: string | null; column: number }>({
    studentId: null,
    column: 0,
  });
  const [goal, setGoal] = useState<Place | null>(null);
  /** Where the row was last, for when it is shown no longer. */
  const last = useRef(0);
  const found = rows.findIndex(({ id }) => id === held.studentId);
  const at = {
    row: found < 0 ? Math.max(0, Math.min(last.current, rows.length - 1)) : found,
    column: Math.max(0, Math.min(held.column, assignments.length - 1)),
  };
  useEffect(() => {
    last.current = at.row;
  }, [at.row]);

  const stand = ({ row, column }: GridPlace) => setHeld({ studentId: rows[row]?.id ?? null, column });
  const go = (place: GridPlace) => {
    stand(place);
    const [student, assignment] = [rows[place.row], assignments[place.column]];
    setGoal(student && assignment ? { studentId: student.id, assignmentId: assignment.id } : null);
  };
  const goTo = ({ studentId, assignmentId }: Place) => {
    const row = rows.findIndex(({ id }) => id === studentId);
    const column = assignments.findIndex(({ id }) => id === assignmentId);
    go(row < 0 || column < 0 ? at : { row, column });
  };
  return { at, goal, stand, go, goTo, reached: () => setGoal(null) };
}
