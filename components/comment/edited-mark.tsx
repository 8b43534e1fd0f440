"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { HistoryDialog } from "./history-dialog";

/** That a comment was edited; for whom it may concern, a way to what it said before. */
export function EditedMark({ comment }: { comment: Comment }) {
  const t = useTranslations("comment");
  const { may } = useDesk();
  const [open, setOpen] = useState<boolean | null>(null);
  if (!may("comment.history", comment)) return <p className="faint edited">{t("wasEdited")}</p>;
  return (
    <p className="faint edited">
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("wasEdited")}
      </button>
      {open !== null && <HistoryDialog comment={comment} open={open} onOpenChange={setOpen} />}
    </p>
  );
}
