"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useRefusal, useRefusalSentence } from "@/components/trpc/use-refusal";
import type { Mark } from "@/domain/grading/mark";
import { useBook } from "./book-context";
import { readEntry, typedOf } from "./entry";
import type { Cell, GradebookAssignment, GradebookRow } from "./shapes";
import { useMarks } from "./use-marks";

/** The cell somebody is in. */
export interface Spot {
  student: GradebookRow;
  assignment: GradebookAssignment;
  cell: Cell;
}

/** A mark that was not written, with what it was to be. */
export interface Failed {
  spot: Spot;
  mark: Mark;
  reason: string;
  words: string;
}

/** How long a mark is offered to be taken back, long enough to be heard and gone to. Milliseconds. */
const UNDOABLE = 10_000;

const keyOf = ({ student, assignment }: Spot) => `${student.id}/${assignment.id}`;

/** Entering marks cell by cell. What could not be written is kept, with the reason, until it is tried again or left. */
export function useEntry() {
  const t = useTranslations("gradebook");
  const sentence = useRefusalSentence();
  const problem = useRefusal();
  const { book } = useBook();
  const { write, takeBack } = useMarks();
  const [typing, setTyping] = useState<{ spot: Spot; text: string } | null>(null);
  /** A released grade is to change: the student is owed a reason. */
  const [asking, setAsking] = useState<{ spot: Spot; mark: Mark } | null>(null);
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(new Map());
  const [failed, setFailed] = useState<readonly Failed[]>([]);

  const current = (spot: Spot): Spot => {
    const student = book.students.find(({ id }) => id === spot.student.id) ?? spot.student;
    return { ...spot, student, cell: student.cells[spot.assignment.id] ?? spot.cell };
  };

  const enter = async (wanted: Spot, mark: Mark, reason: string) => {
    const spot = current(wanted);
    const { student, assignment, cell } = spot;
    const key = keyOf(spot);
    const place = { studentId: student.id, assignmentId: assignment.id };
    setPending((before) => new Map(before).set(key, typedOf(mark)));
    setFailed((before) => before.filter((each) => keyOf(each.spot) !== key));
    const fail = (words: string) => setFailed((before) => [...before, { spot, mark, reason, words }]);
    try {
      const [outcome] = await write([{ ...place, version: cell.version, mark }], reason);
      if (outcome?.refusal?.code === "stale") {
        const { text } = outcome.refusal.current;
        fail(t("failed.stale", { theirs: text || t("failed.nothing") }));
      } else if (outcome?.refusal) fail(sentence(outcome.refusal));
      else if (outcome) {
        toast(t("saved", { name: student.name, title: assignment.title }), {
          duration: UNDOABLE,
          action: {
            label: t("undo"),
            onClick: async () => {
              const back = await takeBack([outcome], t("undoReason"));
              toast(t(back > 0 ? "undone" : "notUndone", { name: student.name }));
            },
          },
        });
      }
    } catch (error) {
      fail(problem(error));
    } finally {
      setPending((before) => {
        const after = new Map(before);
        after.delete(key);
        return after;
      });
    }
  };

  /** Takes a mark, asking first for the reason where the student has seen another. */
  const take = (spot: Spot, mark: Mark) => {
    setTyping(null);
    if (spot.cell.state === "released") setAsking({ spot, mark });
    else void enter(spot, mark, "");
  };

  /** Whether what was typed could be taken. */
  const commit = (): boolean => {
    if (!typing) return true;
    const { spot, text } = typing;
    if (text.trim() === "" || text.trim() === (spot.cell.total ?? "")) {
      setTyping(null);
      return true;
    }
    const { mark } = readEntry(text, spot.assignment.most);
    if (!mark) return false;
    take(spot, mark);
    return true;
  };

  return {
    typing,
    fault:
      typing && typing.text.trim() !== "" ? readEntry(typing.text, typing.spot.assignment.most).fault : null,
    begin: (spot: Spot, text: string) => setTyping({ spot: current(spot), text }),
    type: (text: string) => setTyping((before) => before && { ...before, text }),
    leave: () => setTyping(null),
    commit,
    take,
    asking,
    answer: (reason: string) => {
      if (asking) void enter(asking.spot, asking.mark, reason);
      setAsking(null);
    },
    dontAsk: () => setAsking(null),
    pending: (studentId: string, assignmentId: string) => pending.get(`${studentId}/${assignmentId}`) ?? null,
    failed,
    again: ({ spot, mark, reason }: Failed) => void enter(spot, mark, reason),
    forget: (one: Failed) => setFailed((before) => before.filter((each) => each !== one)),
  };
}

export type Entry = ReturnType<typeof useEntry>;
