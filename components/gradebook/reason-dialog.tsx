"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { Dialog } from "@/components/ui/dialog";
import { MAX_REASON } from "@/domain/grading/grade";
import { useBook } from "./book-context";
import { typedOf } from "./entry";
import { keyOf, placeOf, standsIn } from "./kept-mark";
import type { Entry } from "./use-entry";

/** A mark that the student has seen is to change: why. */
export function ReasonDialog({ entry }: { entry: Entry }) {
  const t = useTranslations("gradebook.reason");
  const { asking } = entry;
  /** It opens once the focus has gone on to the next cell: there the dialog gives it back. */
  const [shown, setShown] = useState<typeof asking>(null);
  useEffect(() => setShown(asking), [asking]);
  if (!asking || shown !== asking) return null;
  const { spot, mark } = asking;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && entry.dontAsk()}
      title={`${spot.student.name}, ${spot.assignment.title}`}
      description={t("about")}
    >
      <p className="e-h">
        <span className="n">
          <s>{standsIn(spot.cell) ?? "–"}</s> → <b>{typedOf(mark)}</b>
        </span>
      </p>
      <Reason of={keyOf(placeOf(spot))} onAnswer={entry.answer} onLeave={entry.dontAsk} />
    </Dialog>
  );
}

interface ReasonProps {
  /** The cell it is about. */
  of: string;
  onAnswer: (reason: string) => void;
  onLeave: () => void;
}

function Reason({ of, onAnswer, onLeave }: ReasonProps) {
  const t = useTranslations("gradebook.reason");
  const { courseId, meId } = useBook();
  const [words, setWords, { clear }] = useDraft(`mark-reason.${meId}.${courseId}.${of}`);
  const isEmpty = words.trim() === "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        clear();
        onAnswer(words.trim());
      }}
    >
      <label className="fl" htmlFor="mark-reason">
        {t("label")}
      </label>
      <textarea
        id="mark-reason"
        className="input"
        rows={3}
        required
        maxLength={MAX_REASON}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="acts">
        <button
          type="button"
          className="btn"
          onClick={() => {
            clear();
            onLeave();
          }}
        >
          {t("leave")}
        </button>
        <button type="submit" className="btn go" disabled={isEmpty}>
          {t("act")}
        </button>
      </div>
    </form>
  );
}
