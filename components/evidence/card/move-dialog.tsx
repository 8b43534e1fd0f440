"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { EditForm } from "../writing/edit-form";

/** Puts a piece into another cell. */
export function MoveDialog({ piece, onClose }: { piece: EvidenceView; onClose: () => void }) {
  const t = useTranslations("evidence.menu");
  return (
    <Dialog title={t("moveTitle")} description={piece.claim} open onOpenChange={(open) => !open && onClose()}>
      <EditForm piece={piece} placeOnly onDone={onClose} />
    </Dialog>
  );
}
