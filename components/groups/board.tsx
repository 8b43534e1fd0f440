"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { type Column, type GroupsPage, isFound, type Move, NO_POSITION } from "./board-state";
import { MixLine } from "./mix-line";
import { MoveQuestion } from "./move-question";
import { PersonRow } from "./person-row";
import { useBoardDrag } from "./use-board-drag";
import { useBoardKeys } from "./use-board-keys";

interface BoardProps {
  of: "group" | "section";
  columns: readonly Column[];
  positions: GroupsPage["positions"];
  /** What was typed to find somebody. */
  find: string;
  search: RefObject<HTMLInputElement | null>;
  /** Those for whom a move parts them from their words. */
  written: ReadonlySet<string>;
  /** The column of those in none, where one may be put. */
  loose: { id: null; name: string } | null;
  /** Left out where nobody is moved by hand. */
  onMove?: (move: Move) => void;
  actsOf?: (column: Column) => ReactNode;
}

/** As many choices of a group as a page shows without ado. */
const MOST_CHOICES = 1500;

/** The class in its columns: who stands where, how each group is minded, and the choice of another for everybody. */
export function Board(props: BoardProps) {
  const { of, columns, positions, find, search, written, loose, onMove, actsOf } = props;
  const t = useTranslations("groups");
  const id = useId();
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const [asked, setAsked] = useState<Move | null>(null);
  const shorts = new Map(positions.map((position) => [position.id, position.short]));
  const choices = loose && !columns.some((column) => column.id === null) ? [loose, ...columns] : columns;

  const count = columns.reduce((sum, { people }) => sum + people.length, 0);
  const isLarge = count * choices.length > MOST_CHOICES;

  const wordsOf = ({ studentId, fromId, toId }: Move) => {
    const nameOf = (id: string | null) => choices.find((choice) => choice.id === id)?.name ?? "";
    const student = columns.flatMap(({ people }) => people).find((each) => each.id === studentId);
    return { name: student?.name ?? "", from: nameOf(fromId), to: nameOf(toId) };
  };
  const go = (move: Move) => {
    const { name, to } = wordsOf(move);
    keys.follow(move);
    setSaid(t("moved", { name, group: to }));
    onMove?.(move);
  };
  const moveTo = (move: Move) => {
    if (move.toId === move.fromId) return;
    if (written.has(move.studentId) && move.fromId !== null) setAsked(move);
    else go(move);
  };
  const keys = useBoardKeys({ board, search, columns, onMove: onMove && moveTo, mayLeave: loose !== null });
  const drag = useBoardDrag(onMove && moveTo, loose !== null);

  return (
    <div className="gr-board" ref={board}>
      <p className="vh" role="status">
        {said}
      </p>
      {columns.map((column, at) => {
        const shown = column.people.filter(({ name }) => isFound(name, find));
        return (
          <section
            className={column.id === null ? "gr-col loose" : "gr-col"}
            key={column.id ?? "loose"}
            aria-labelledby={`${id}-${at}`}
            data-over={drag.isOver(column.id) || undefined}
            {...drag.column(column.id)}
          >
            <header className="gr-head">
              <h3 className="head-3" id={`${id}-${at}`}>
                <bdi>{column.name}</bdi>
              </h3>
              <span className="faint n">{t("people", { count: column.people.length })}</span>
              {column.id !== null && actsOf?.(column)}
            </header>
            <MixLine people={column.people} positions={positions} />
            {column.people.length === 0 && <p className="gr-empty">{t("empty")}</p>}
            <ul>
              {shown.map((student) => (
                <PersonRow
                  key={student.id}
                  student={student}
                  stance={
                    student.stance && student.stance !== NO_POSITION
                      ? (shorts.get(student.stance) ?? null)
                      : null
                  }
                  written={written.has(student.id)}
                  columns={choices}
                  large={isLarge}
                  at={column}
                  label={t(of === "group" ? "groupOf" : "sectionOf", { name: student.name })}
                  drag={drag.row({ studentId: student.id, fromId: column.id })}
                  onMove={onMove && ((toId) => moveTo({ studentId: student.id, fromId: column.id, toId }))}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <MoveQuestion
        asked={asked && wordsOf(asked)}
        onAnswer={(yes) => {
          setAsked(null);
          if (yes && asked) go(asked);
        }}
      />
    </div>
  );
}
