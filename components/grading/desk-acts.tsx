"use client";

import { useTranslations } from "next-intl";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { RecallDialog } from "./recall-dialog";
import type { Grading } from "./use-grading";

interface Props {
  grading: Grading;
  total: string | null;
  most: string;
  /** Names of the criteria that still want a level. */
  open: string[];
  complete: boolean;
  canSave: boolean;
  canRelease: boolean;
  onSave: () => void;
}

/** What the grade comes to, how it stands, and what can be done with it. */
export function DeskActs(props: Props) {
  const { grading, total, most, open, complete, canSave, canRelease, onSave } = props;
  const t = useTranslations("grade.desk");
  const { grade, isChanged, busy, conflict } = grading;
  const stage = grade?.stage ?? null;
  return (
    <div className="total">
      <Complaint error={grading.error} most={most} />
      <p className="sum">
        {t.rich("total", {
          total: total ?? "–",
          most,
          b: (text) => <b className="src">{text}</b>,
          of: (text) => <span className="faint">{text}</span>,
        })}
      </p>
      <p className="state" role="status">
        {busy
          ? t("saving")
          : conflict
            ? t("twoVersions")
            : isChanged
              ? t("unsaved")
              : !complete && open.length > 0
                ? t("stillOpen", { criteria: open.join(", "), count: open.length })
                : stage
                  ? t(`stage.${stage}`)
                  : t("notBegun")}
      </p>
      <div className="d-acts">
        <button className="btn" type="button" disabled={!canSave} onClick={onSave}>
          {t(stage === "released" ? "saveChange" : "saveDraft")}
        </button>
        {canRelease && stage !== "released" && (
          <button
            className="btn"
            type="button"
            disabled={!canSave || !complete}
            title={complete ? undefined : t("releaseNeeds")}
            onClick={() => grading.release()}
          >
            {t("release")}
          </button>
        )}
        {canRelease && stage === "released" && (
          <RecallDialog disabled={busy || isChanged} onRecall={grading.recall} />
        )}
        <button className="btn go save" type="submit" disabled={!canSave}>
          {t("saveNext")}
          <span aria-hidden="true">
            <kbd>⌘↵</kbd>
          </span>
        </button>
      </div>
    </div>
  );
}

function Complaint({ error, most }: { error: unknown; most: string }) {
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
        : found?.code === "points-out-of-range"
          ? t("pointsWrong", { most })
          : refusal(error)}
    </p>
  );
}
