"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { CopyDialog } from "./copy-dialog";
import { type ActedOn, useAssignmentActs } from "./use-assignment-acts";

interface Props {
  courseId: string;
  assignment: ActedOn & { title: string };
  /** There are changes that are not saved: what takes the saved version away has to wait. */
  dirty?: boolean;
  /** After it was deleted. */
  onDeleted: () => void;
  /** After it was taken back to a draft. */
  onUnpublished: () => void;
}

type Asking = "copy" | "unpublish" | "delete";

/** What can be done with a whole assignment: copy it, take it back, delete it. */
export function AssignmentActs({ courseId, assignment, dirty = false, onDeleted, onUnpublished }: Props) {
  const t = useTranslations("assignment.acts");
  const [asking, setAsking] = useState<Asking | null>(null);
  const acts = useAssignmentActs(courseId, assignment, { onDeleted, onUnpublished });
  const { title } = assignment;
  const close = (open: boolean) => {
    if (open) return;
    setAsking(null);
    acts.forget();
  };
  const confirm = async (act: () => Promise<boolean>) => {
    if (await act()) setAsking(null);
  };
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="iconb" aria-label={t("of", { title })}>
            <Ellipsis className="i" aria-hidden="true" />
          </button>
        }
      >
        <MenuItem onSelect={() => setAsking("copy")}>{t("copy")}</MenuItem>
        {assignment.publishedAt && !assignment.begun && (
          <MenuItem onSelect={() => setAsking("unpublish")}>{t("unpublish")}</MenuItem>
        )}
        {!assignment.publishedAt && !assignment.begun && (
          <MenuItem danger onSelect={() => setAsking("delete")}>
            {t("delete")}
          </MenuItem>
        )}
      </Menu>
      <CopyDialog courseId={courseId} assignment={assignment} open={asking === "copy"} onOpenChange={close} />
      {(asking === "unpublish" || asking === "delete") && (
        <Dialog
          title={t(`${asking}Title`, { title })}
          description={t(dirty && asking === "unpublish" ? "unpublishDirty" : `${asking}Why`)}
          open
          onOpenChange={close}
        >
          {acts.refused && (
            <p className="err" role="alert">
              {acts.refused}
            </p>
          )}
          <div className="acts">
            <button type="button" className="btn" onClick={() => close(false)}>
              {t("cancel")}
            </button>
            <button
              type="button"
              className="btn danger"
              disabled={acts.busy || (dirty && asking === "unpublish")}
              aria-busy={acts.busy}
              onClick={() => confirm(asking === "delete" ? acts.remove : acts.unpublish)}
            >
              {t(asking)}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
