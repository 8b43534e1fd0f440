"use client";

import { HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { RecallDialog } from "./recall-dialog";
import type { Grading } from "./use-grading";

interface Props {
  grading: Grading;
  total: string | null;
  most: string;
  /** What taking part would add, while nobody has accepted it; null where there is nothing to add. */
  suggested: string | null;
  /** What still wants a mark, by name. */
  open: string[];
  complete: boolean;
  canSave: boolean;
  canRelease: boolean;
  onSave: () => void;
}

/** What the grade comes to, how it stands, and what can be done with it. */
export function DeskActs(props: Props) {
  const { grading, total, most, suggested, complete, canSave, canRelease, onSave } = props;
  const t = useTranslations("grade.desk");
  const { grade, isChanged, busy, conflict } = grading;
  const stage = grade?.stage ?? null;
  const maySave = canSave && (!conflict || conflict.open === 0);
  return (
    <div className="total">
      <Complaint error={grading.error} isKept={isChanged} />
      <p className="sum">
        {grading.shown.standing === "excused"
          ? t("excused")
          : t.rich(suggested ? "totalAnd" : "total", {
              suggested: suggested ?? "",
              sug: (text) => <b className="src sug">{text}</b>,
              plus: (text) => <span className="plus">{text}</span>,
              total: total ?? "–",
              most,
              b: (text) => <b className="src">{text}</b>,
              of: (text) => <span className="faint">{text}</span>,
            })}
      </p>
      <p className="state" role="status">
        <StateWords {...props} />
      </p>
      <div className="d-acts">
        <button
          className="btn"
          type="button"
          // It keeps the focus while and after it saves.
          aria-disabled={maySave ? undefined : true}
          onClick={() => maySave && onSave()}
        >
          {t(stage === "released" ? "saveChange" : "saveDraft")}
        </button>
        {canRelease && stage !== "released" && (
          <button
            className="btn"
            type="button"
            disabled={!maySave || !complete}
            title={complete ? undefined : t("releaseNeeds")}
            onClick={() => grading.release()}
          >
            {t("release")}
          </button>
        )}
        {canRelease && stage === "released" && (
          <RecallDialog disabled={busy || isChanged} onRecall={grading.recall} />
        )}
        <button className="btn go save" type="submit" aria-disabled={maySave ? undefined : true}>
          {t(conflict ? "saveSettled" : "saveNext")}
          <kbd aria-hidden>⌘↵</kbd>
        </button>
      </div>
    </div>
  );
}

/** Where the grade stands, in words; told to who does not see it. */
function StateWords({ grading, open, complete }: Props) {
  const t = useTranslations("grade.desk");
  const { grade, isChanged, busy, conflict } = grading;
  const isOpen = !complete && open.length > 0;
  if (busy) return t("saving");
  if (conflict) {
    const count = conflict.lines.length;
    return (
      <>
        {conflict.open > 0 && <span className="open-dot" aria-hidden />}
        {t("settled", { settled: count - conflict.open, count })}
      </>
    );
  }
  if (isChanged) {
    return (
      <>
        <HardDrive className="i" aria-hidden />
        {isOpen ? t("keptAndOpen", { criteria: open.join(", "), count: open.length }) : t("unsaved")}
      </>
    );
  }
  if (isOpen) {
    return (
      <>
        <span className="open-dot" aria-hidden />
        {t("stillOpen", { criteria: open.join(", "), count: open.length })}
      </>
    );
  }
  return grade ? t(`stage.${grade.stage}`) : t("notBegun");
}

function Complaint({ error, isKept }: { error: unknown; isKept: boolean }) {
  const t = useTranslations("grade.desk");
  const refusal = useRefusal();
  if (!error) return null;
  const found = refusalIn(error);
  // The conflict itself is shown above, with both versions.
  if (found?.code === "stale") return null;
  return (
    <p className="err" role="alert">
      {found?.code === "requirements-missing"
        ? t("releaseNeeds")
        : found?.code === "not-found"
          ? t("changedMeanwhile")
          : found?.code === "points-out-of-range"
            ? t("pointsWrong", { most: found.most })
            : refusal(error)}{" "}
      {isKept && found && t("keptHere")}
    </p>
  );
}
