"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { Mark } from "@/domain/grading/mark";
import { useBook } from "./book-context";
import { readEntry, typedOf } from "./entry";
import { isSaid, keyOf, type Place, placeOf, type Spot, spotIn, standsIn } from "./kept-mark";
import { useMarks } from "./use-marks";
import { useUndo } from "./use-undo";
import { type Unsaved, useUnsaved } from "./use-unsaved";
import { useWhyNot } from "./use-why-not";

/** How long a mark is offered to be taken back, long enough to be heard and gone to. Milliseconds. */
const UNDOABLE = 10_000;

/**
 * Entering marks cell by cell. What is typed is kept on the device until it is saved; what could not be is offered,
 * with the reason, until it is tried again or left.
 * @param goTo takes the focus to a cell
 */
export function useEntry(goTo: (place: Place) => void) {
  const t = useTranslations("gradebook");
  const whyNot = useWhyNot();
  const problem = useRefusal();
  const { book } = useBook();
  const { write } = useMarks();
  const unsaved = useUnsaved();
  const [typing, setTyping] = useState<{ spot: Spot; text: string } | null>(null);
  /** A released grade is to change: the student is owed a reason. */
  const [asking, setAsking] = useState<{ spot: Spot; mark: Mark } | null>(null);
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(new Map());
  /** By cell: the version this page made last, which the table may not show yet. */
  const versions = useRef(new Map<string, number>());
  /** By cell: what is on its way. The next mark for the same cell waits for it. */
  const sending = useRef(new Map<string, Promise<void>>());

  const undoing = useUndo((undone) => {
    versions.current.set(keyOf(undone), undone.version + 1);
    goTo(undone);
  });
  const current = (spot: Spot): Spot => spotIn(book, placeOf(spot)) ?? spot;

  const send = async (spot: Spot, mark: Mark, reason: string) => {
    const { student, assignment, cell } = spot;
    const place = placeOf(spot);
    const typed = typedOf(mark);
    const version = Math.max(cell.version, versions.current.get(keyOf(place)) ?? 0);
    const fail = (words: string) => unsaved.offer({ ...place, typed, version, reason, words });
    try {
      const [outcome] = await write([{ ...place, version, mark }], reason);
      if (!outcome) return;
      if (outcome.refusal) return fail(whyNot(outcome.refusal));
      versions.current.set(keyOf(place), outcome.version);
      unsaved.forget(place, typed);
      const undoable = { ...place, version: outcome.version, name: student.name };
      if (outcome.written) undoing.remember(undoable);
      toast(t("saved", { name: student.name, title: assignment.title }), {
        duration: UNDOABLE,
        ...(outcome.written && {
          action: { label: t("undo"), onClick: () => void undoing.undo(undoable) },
        }),
      });
    } catch (error) {
      fail(problem(error));
    }
  };

  const enter = (spot: Spot, mark: Mark, reason: string) => {
    const place = placeOf(spot);
    const key = keyOf(place);
    const typed = typedOf(mark);
    unsaved.take(place);
    unsaved.keep({ ...place, typed, version: spot.cell.version, reason });
    setPending((before) => new Map(before).set(key, typed));
    const done = (sending.current.get(key) ?? Promise.resolve())
      .then(() => send(spot, mark, reason))
      .then(() => {
        if (sending.current.get(key) !== done) return;
        sending.current.delete(key);
        setPending((before) => new Map([...before].filter(([each]) => each !== key)));
      });
    sending.current.set(key, done);
  };

  /** Takes a mark, asking first for the reason where the student has seen another. */
  const take = (spot: Spot, mark: Mark, reason = "") => {
    const place = placeOf(spot);
    const typed = typedOf(mark);
    setTyping(null);
    const isOnItsWay = sending.current.has(keyOf(place));
    if (!isOnItsWay && isSaid(current(spot), typed)) return unsaved.forget(place);
    if (spot.cell.state !== "released" || reason !== "") return enter(spot, mark, reason);
    unsaved.take(place);
    unsaved.keep({ ...place, typed, version: spot.cell.version, reason });
    setAsking({ spot, mark });
  };

  const leave = () => {
    if (typing) unsaved.forget(placeOf(typing.spot));
    setTyping(null);
  };

  /** Whether what was typed could be taken. */
  const commit = (): boolean => {
    if (!typing) return true;
    const { spot, text } = typing;
    const { mark } = readEntry(text, spot.assignment.most);
    if (text.trim() === "") leave();
    else if (mark) take(spot, mark);
    else return false;
    return true;
  };

  /** What was typed is not sent, and not lost. */
  const setAside = ({ spot, text }: { spot: Spot; text: string }) => {
    const place = placeOf(spot);
    const isNew = text.trim() !== "" && text.trim() !== standsIn(spot.cell);
    if (isNew) unsaved.offer({ ...place, typed: text, version: spot.cell.version, reason: "", words: null });
    else unsaved.forget(place);
  };

  const keepTyped = (spot: Spot, text: string) =>
    unsaved.keep({ ...placeOf(spot), typed: text, version: spot.cell.version, reason: "" });

  return {
    typing,
    fault:
      typing && typing.text.trim() !== "" ? readEntry(typing.text, typing.spot.assignment.most).fault : null,
    begin: (wanted: Spot, text: string) => {
      if (typing) setAside(typing);
      const spot = current(wanted);
      unsaved.take(placeOf(spot));
      if (text !== (standsIn(spot.cell) ?? "")) keepTyped(spot, text);
      setTyping({ spot, text });
    },
    type: (text: string) => {
      if (!typing) return;
      keepTyped(typing.spot, text);
      setTyping({ ...typing, text });
    },
    leave,
    commit,
    /** The focus went elsewhere: what can be taken is, and the rest is set aside. */
    settle: () => {
      if (commit() || !typing) return;
      setAside(typing);
      setTyping(null);
    },
    take,
    asking,
    answer: (reason: string) => {
      if (asking) enter(asking.spot, asking.mark, reason);
      setAsking(null);
    },
    dontAsk: () => {
      if (asking) unsaved.forget(placeOf(asking.spot));
      setAsking(null);
    },
    pending: (studentId: string, assignmentId: string) =>
      pending.get(keyOf({ studentId, assignmentId })) ?? null,
    /** What wants somebody's word: not what is being typed or sent. */
    unsaved: unsaved.list.filter(
      (each) => !pending.has(keyOf(each)) && !(typing && keyOf(placeOf(typing.spot)) === keyOf(each)),
    ),
    again: ({ reason, ...place }: Unsaved, mark: Mark) => {
      const spot = spotIn(book, place);
      if (spot) take(spot, mark, reason);
    },
    forget: (one: Unsaved) => unsaved.forget(one),
    undo: undoing.undoLast,
  };
}

export type Entry = ReturnType<typeof useEntry>;
