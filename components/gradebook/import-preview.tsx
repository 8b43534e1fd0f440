"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useRefusal } from "@/components/trpc/use-refusal";
import { MAX_REASON } from "@/domain/grading/grade";
import { useBook } from "./book-context";
import { ImportColumns } from "./import-columns";
import { ImportFaults } from "./import-faults";
import { ImportLeft } from "./import-left";
import { changeKey, marksOf, releasedAmong, taken } from "./import-plan";
import type { MarkOutcome, MarksPreview } from "./shapes";
import { useMarks } from "./use-marks";

interface Props {
  preview: MarksPreview;
  /** Reads the file anew, against what stands here now. */
  onAgain: () => void;
  onClose: () => void;
}

/** What is to be written, chosen mark by mark; then how far it is, and one step that takes it all back. */
export function ImportPreview({ preview, onAgain, onClose }: Props) {
  const t = useTranslations("gradebook.import");
  const problem = useRefusal();
  const reasonId = useId();
  const { book } = useBook();
  const { write, takeBack } = useMarks();
  const [chosen, setChosen] = useState(() => taken(preview));
  const [reason, setReason] = useState("");
  const [outcomes, setOutcomes] = useState<readonly MarkOutcome[] | null>(null);
  const [stage, setStage] = useState<"choosing" | "writing" | "written" | "goingBack" | "back">("choosing");
  const [error, setError] = useState<unknown>(null);
  const [wentBack, setWentBack] = useState(0);

  const foot = useRef<HTMLElement>(null);
  // The button that was pressed goes: the focus stays where it stood, and what came of it is read.
  useEffect(() => {
    if (stage !== "choosing") foot.current?.focus();
  }, [stage]);

  const marks = marksOf(preview, chosen);
  const owed = releasedAmong(preview, chosen);
  const nameOf = (studentId: string) => book.students.find(({ id }) => id === studentId)?.name ?? "";
  const titleOf = (assignmentId: string) =>
    book.assignments.find(({ id }) => id === assignmentId)?.title ?? "";
  const standing = outcomes?.filter(({ refusal }) => refusal === null) ?? [];
  /** What this import wrote, and can take back: another may have entered the same mark before it. */
  const written = standing.filter((outcome) => outcome.written);
  const left = outcomes?.filter(({ refusal }) => refusal !== null) ?? [];

  const toggle = (key: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const writeAll = async () => {
    setStage("writing");
    setError(null);
    setOutcomes([]);
    try {
      await write(marks, reason.trim(), (done) => setOutcomes([...done]));
    } catch (thrown) {
      setError(thrown);
    }
    setStage("written");
  };
  const backAll = async () => {
    setStage("goingBack");
    setError(null);
    try {
      setWentBack(await takeBack(written, reason.trim() || t("backReason")));
      setStage("back");
    } catch (thrown) {
      setError(thrown);
      setStage("written");
    }
  };

  return (
    <>
      <ul className="tally">
        <li>{t("tally.changes", { count: preview.changes.length, rows: preview.rows })}</li>
        <li>{t("tally.same", { same: preview.same, empty: preview.empty })}</li>
        {preview.faults.length > 0 && (
          <li className="red">{t("tally.faults", { count: preview.faults.length })}</li>
        )}
      </ul>
      {preview.columns.length === 0 && <p role="alert">{t("noColumns")}</p>}
      <ImportColumns preview={preview} titleOf={titleOf} />
      <ImportFaults faults={preview.faults} nameOf={nameOf} titleOf={titleOf} />
      {preview.changes.length > 0 && (
        <fieldset className="changes" disabled={stage !== "choosing"}>
          <legend className="h-sec">{t("changes")}</legend>
          {preview.changes.map((change) => (
            <label key={changeKey(change)} className="check">
              <input
                type="checkbox"
                checked={chosen.has(changeKey(change))}
                onChange={() => toggle(changeKey(change))}
              />
              <span>
                <bdi>{nameOf(change.studentId)}</bdi>, {titleOf(change.assignmentId)}{" "}
                <span className="n">
                  <s>{change.from ?? "–"}</s> → <b>{change.to}</b>
                </span>
                {change.released && <small>{t("seen")}</small>}
                {change.newerHere && <small className="red">{t("newer")}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {owed > 0 && (
        <p className="why">
          <label className="fl" htmlFor={reasonId}>
            {t("reason", { count: owed })}
          </label>
          <textarea
            id={reasonId}
            className="input"
            rows={2}
            maxLength={MAX_REASON}
            value={reason}
            disabled={stage !== "choosing"}
            onChange={(event) => setReason(event.target.value)}
          />
        </p>
      )}
      <footer ref={foot} tabIndex={-1}>
        {stage === "choosing" && (
          <>
            <button
              type="button"
              className="btn go l"
              disabled={marks.length === 0 || (owed > 0 && reason.trim() === "")}
              onClick={() => void writeAll()}
            >
              {t("write", { count: marks.length })}
            </button>
            <span className="faint">{t("before")}</span>
          </>
        )}
        {stage === "writing" && (
          <p role="status">
            <progress max={marks.length} value={outcomes?.length ?? 0} aria-label={t("progress")} />{" "}
            {t("writing", { done: outcomes?.length ?? 0, all: marks.length })}
          </p>
        )}
        {stage === "written" && (
          <div role="status">
            <p>
              {t("written", {
                count: standing.length,
                left: left.length + marks.length - (outcomes?.length ?? 0),
              })}
            </p>
            <ImportLeft left={left} nameOf={nameOf} titleOf={titleOf} />
            {error !== null && <p className="err">{problem(error)}</p>}
            {written.length > 0 && (
              <button type="button" className="btn" onClick={() => void backAll()}>
                {t("takeBack")}
              </button>
            )}
            {standing.length < marks.length && (
              <button type="button" className="btn" onClick={onAgain}>
                {t("readAgain")}
              </button>
            )}
            <button type="button" className="btn bare" onClick={onClose}>
              {t("close")}
            </button>
          </div>
        )}
        {stage === "goingBack" && <p role="status">{t("goingBack")}</p>}
        {stage === "back" && <p role="status">{t("back", { count: wentBack, all: written.length })}</p>}
      </footer>
    </>
  );
}
