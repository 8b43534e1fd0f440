"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { type Column, type GroupsPage, isFound, type Move, NO_POSITION } from "./board-state";
import { MixLine } from "./mix-line";
import { PersonRow } from "./person-row";
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

/** The class in its columns: who stands where, how each group is minded, and the choice of another for everybody. */
export function Board(props: BoardProps) {
  const { of, columns, positions, find, search, written, loose, onMove, actsOf } = props;
  const t = useTranslations("groups");
  const id = useId();
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const shorts = new Map(positions.map((position) => [position.id, position.short]));
  const choices = loose && !columns.some((column) => column.id === null) ? [loose, ...columns] : columns;

  const moveTo = (move: Move) => {
    if (!onMove || move.toId === move.fromId) return;
    const student = columns.flatMap(({ people }) => people).find((each) => each.id === move.studentId);
    const to = choices.find((choice) => choice.id === move.toId);
    if (!student || !to) return;
    keys.follow(student.id);
    setSaid(t("moved", { name: student.name, group: to.name }));
    onMove(move);
  };
  const keys = useBoardKeys({ board, search, columns, onMove: moveTo, mayLeave: loose !== null });

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
                  at={column}
                  label={t(of === "group" ? "groupOf" : "sectionOf", { name: student.name })}
                  onMove={onMove && ((toId) => moveTo({ studentId: student.id, fromId: column.id, toId }))}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
