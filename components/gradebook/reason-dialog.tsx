"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { MAX_REASON } from "@/domain/grading/grade";
import { typedOf } from "./entry";
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
          <s>{spot.cell.total ?? "–"}</s> → <b>{typedOf(mark)}</b>
        </span>
      </p>
      <Reason onAnswer={entry.answer} onLeave={entry.dontAsk} />
    </Dialog>
  );
}

function Reason({ onAnswer, onLeave }: { onAnswer: (reason: string) => void; onLeave: () => void }) {
  const t = useTranslations("gradebook.reason");
  const [words, setWords] = useState("");
  const isEmpty = words.trim() === "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onAnswer(words.trim());
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
        <button type="button" className="btn" onClick={onLeave}>
          {t("leave")}
        </button>
        <button type="submit" className="btn go" disabled={isEmpty}>
          {t("act")}
        </button>
      </div>
    </form>
  );
}
