"use client";

import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { Column, Student } from "./board-state";

interface PersonRowProps {
  student: Student;
  /** The short name of the position they stand at. */
  stance: string | null;
  written: boolean;
  columns: readonly Pick<Column, "id" | "name">[];
  /** In a large class every choice in every row is thousands of elements: they are there once one comes near. */
  large: boolean;
  at: Column;
  /** What the choice of a group is called for whoever hears it. */
  label: string;
  /** What makes the row one that is dragged. */
  drag?: Pick<ComponentProps<"li">, "draggable" | "onDragStart" | "onDragEnd">;
  /** Left out where nobody is moved by hand. */
  onMove?: (toId: string | null) => void;
}

/** Somebody in a group, with the choice of another. */
export function PersonRow(props: PersonRowProps) {
  const { student, stance, written, columns, large, at, label, drag, onMove } = props;
  const t = useTranslations("groups");
  const [near, setNear] = useState(!large);
  const approach = () => setNear(true);
  return (
    <li className="gr-person" data-person={student.id} tabIndex={-1} {...drag}>
      <Avatar name={student.name} />
      <span className="gr-who">
        <bdi>{student.name}</bdi>
        {(stance || written) && (
          <small>
            {stance}
            {written && (
              <span className="gr-wrote">
                <PenLine className="i" aria-hidden />
                {t("wrote")}
              </span>
            )}
          </small>
        )}
      </span>
      {onMove && (
        <select
          className="input gr-to"
          aria-label={label}
          value={at.id ?? ""}
          onPointerEnter={approach}
          onFocus={approach}
          onChange={(event) => onMove(event.target.value || null)}
        >
          {(near ? columns : [at]).map(({ id, name }) => (
            <option key={id ?? ""} value={id ?? ""}>
              {name}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}
