"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { toast } from "sonner";
import { useRefusal } from "@/components/trpc/use-refusal";
import { keyOf, type Place } from "./kept-mark";
import { useMarks } from "./use-marks";

/** A mark of one's own that can be taken back. */
export interface Undoable extends Place {
  version: number;
  name: string;
}

/**
 * One's own changes on this page, the last first. Of several in one cell only the last can be taken back: what was put
 * back is a change itself.
 */
export function useUndo(onBack: (undone: Undoable) => void) {
  const t = useTranslations("gradebook");
  const problem = useRefusal();
  const { takeBack } = useMarks();
  const made = useRef<readonly Undoable[]>([]);
  const forget = (place: Place) => {
    made.current = made.current.filter((each) => keyOf(each) !== keyOf(place));
  };
  const remember = (one: Undoable) => {
    forget(one);
    made.current = [...made.current, one];
  };

  const undo = async (one: Undoable) => {
    forget(one);
    try {
      const back = await takeBack([one], t("undoReason"));
      toast(t(back > 0 ? "undone" : "notUndone", { name: one.name }));
      if (back > 0) onBack(one);
    } catch (error) {
      remember(one);
      toast(problem(error));
    }
  };
  const undoLast = () => {
    const last = made.current.at(-1);
    if (last) void undo(last);
    else toast(t("nothingToUndo"));
  };
  return { remember, undo, undoLast };
}
