"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { differenceOf } from "@/domain/comment/difference";
import type { EvidenceView } from "@/domain/prompt/evidence";

interface TextChangedProps {
  piece: EvidenceView;
  onStillSo: () => void;
  onEdit: () => void;
}

/** The text under a piece is another than when it was written: does it still say so? Both texts are there to see. */
export function TextChanged({ piece, onStillSo, onEdit }: TextChangedProps) {
  const t = useTranslations("evidence.changed");
  const [open, setOpen] = useState(false);
  const { formerText, currentText } = piece;
  const runs = formerText && currentText ? differenceOf(formerText, currentText) : null;
  let place = 0;
  const close = (then: () => void) => () => {
    setOpen(false);
    then();
  };
  return (
    <div className="chk">
      <TriangleAlert className="i s" aria-hidden />
      <span>{t(piece.anchor === "lost" ? "lost" : piece.can.check ? "ask" : "tell")}</span>
      {piece.can.check && (
        <button type="button" onClick={onStillSo}>
          {t("yes")}
        </button>
      )}
      {runs && (
        <button type="button" onClick={() => setOpen(true)}>
          {t("both")}
        </button>
      )}
      {runs && (
        <Dialog title={t("title")} description={t("hint")} open={open} onOpenChange={setOpen}>
          <p className="src ev-runs" dir="auto">
            {runs.map(({ kind, text }) => {
              const key = place;
              place += text.length + 1;
              if (kind === "added") return <ins key={key}>{text}</ins>;
              if (kind === "removed") return <del key={key}>{text}</del>;
              return <span key={key}>{text}</span>;
            })}
          </p>
          <p className="soft">{t("quoted")}</p>
          <blockquote className="src" dir="auto">
            {piece.quote}
          </blockquote>
          <div className="acts">
            {piece.can.edit && (
              <button type="button" className="btn" onClick={close(onEdit)}>
                {t("edit")}
              </button>
            )}
            {piece.can.check && (
              <button type="button" className="btn go" onClick={close(onStillSo)}>
                {t("stillSo")}
              </button>
            )}
          </div>
        </Dialog>
      )}
    </div>
  );
}
