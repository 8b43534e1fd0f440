"use client";

import { type DragEvent, useState } from "react";
import type { Move } from "./board-state";

type Dragged = Pick<Move, "studentId" | "fromId">;

/**
 * Dragging somebody into another column. The choice in each row and the keys do the same: a touch screen has no such
 * dragging, and nobody needs it.
 */
export function useBoardDrag(onMove: ((move: Move) => void) | undefined, mayLeave: boolean) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  /** The column that is dragged over; undefined for none. */
  const [over, setOver] = useState<string | null | undefined>(undefined);
  const end = () => {
    setDragged(null);
    setOver(undefined);
  };
  const takes = (toId: string | null) =>
    dragged !== null && toId !== dragged.fromId && (toId !== null || mayLeave);
  return {
    isOver: (id: string | null) => over === id && takes(id),
    row: (from: Dragged) =>
      onMove && {
        draggable: true,
        onDragStart: ({ dataTransfer }: DragEvent) => {
          dataTransfer.effectAllowed = "move";
          // Some browsers drag nothing that carries nothing.
          dataTransfer.setData("text/plain", from.studentId);
          setDragged(from);
        },
        onDragEnd: end,
      },
    column: (toId: string | null) =>
      onMove && {
        onDragOver: (event: DragEvent) => {
          if (!takes(toId)) return;
          event.preventDefault();
          setOver(toId);
        },
        onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(undefined);
        },
        onDrop: (event: DragEvent) => {
          if (!dragged || !takes(toId)) return;
          event.preventDefault();
          end();
          onMove({ ...dragged, toId });
        },
      },
  };
}
