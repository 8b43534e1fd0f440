"use client";

import { Archive, ArchiveRestore, Ellipsis, History, Merge, Move, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { type EvidenceView, isWhole } from "@/domain/prompt/evidence";
import { useEvidenceDesk } from "../desk-context";
import type { useEvidenceActs } from "../use-acts";
import { HistoryDialog } from "./history-dialog";
import { MergeDialog } from "./merge-dialog";
import { MoveDialog } from "./move-dialog";

interface CardMenuProps {
  piece: EvidenceView;
  acts: ReturnType<typeof useEvidenceActs>;
  onEdit: () => void;
}

type Asked = "move" | "merge" | "history" | "delete";

/** Everything that can be done with a piece, under one button. */
export function CardMenu({ piece, acts, onEdit }: CardMenuProps) {
  const t = useTranslations("evidence.menu");
  const ui = useTranslations("ui");
  const { staff } = useEvidenceDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const canSeeHistory = piece.mine || staff;
  const { edit, delete: canDelete, merge } = piece.can;
  if (!edit && !canDelete && !merge && !canSeeHistory) return null;
  // The menu gives the focus back to its button first: what opens then finds its way back there.
  const afterMenu = (open: () => void) => () => setTimeout(open, 0);
  const ask = (what: Asked) => afterMenu(() => setAsked(what));
  const close = (open: boolean) => !open && setAsked(null);
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="iconb ev-more" aria-label={t("more", { claim: piece.claim })}>
            <Ellipsis className="i" aria-hidden />
          </button>
        }
      >
        {edit && (
          <MenuItem onSelect={afterMenu(onEdit)}>
            <Pencil className="i" aria-hidden />
            {t("edit")}
          </MenuItem>
        )}
        {edit && (
          <MenuItem onSelect={ask("move")}>
            <Move className="i" aria-hidden />
            {t("move")}
          </MenuItem>
        )}
        {edit && !piece.filed && isWhole(piece) && (
          <MenuItem onSelect={() => acts.file(true)}>
            <ArchiveRestore className="i" aria-hidden />
            {t("file")}
          </MenuItem>
        )}
        {edit && piece.filed && piece.mine && (
          <MenuItem onSelect={() => acts.file(false)}>
            <Archive className="i" aria-hidden />
            {t("takeBack")}
          </MenuItem>
        )}
        {merge && (
          <MenuItem onSelect={ask("merge")}>
            <Merge className="i" aria-hidden />
            {t("merge")}
          </MenuItem>
        )}
        {canSeeHistory && (
          <MenuItem onSelect={ask("history")}>
            <History className="i" aria-hidden />
            {t("history")}
          </MenuItem>
        )}
        {canDelete && (
          <MenuItem onSelect={ask("delete")} danger>
            <Trash2 className="i" aria-hidden />
            {t("delete")}
          </MenuItem>
        )}
      </Menu>
      {asked === "move" && <MoveDialog piece={piece} onClose={() => setAsked(null)} />}
      {asked === "merge" && <MergeDialog piece={piece} acts={acts} onClose={() => setAsked(null)} />}
      {asked === "history" && <HistoryDialog piece={piece} onClose={() => setAsked(null)} />}
      {asked === "delete" && (
        <Dialog title={t("deleteTitle")} description={t("deleteWhy")} open onOpenChange={close}>
          <div className="acts">
            <button type="button" className="btn" onClick={() => setAsked(null)}>
              {ui("cancel")}
            </button>
            <button
              type="button"
              className="btn danger"
              onClick={() => {
                setAsked(null);
                acts.remove();
              }}
            >
              {t("delete")}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
