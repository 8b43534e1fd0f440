"use client";

import { useTranslations } from "next-intl";
import { VoiceName } from "@/components/voice/voice-name";
import type { EvidenceBrief } from "@/domain/prompt/evidence";
import { PassageChip } from "../card/passage-chip";
import { markOf } from "../cell-marks";

/** A piece in a comparison: what it does, its claim, its words, and where they stand. */
export function Brief({ courseId, piece }: { courseId: string; piece: EvidenceBrief }) {
  const t = useTranslations("evidence.card");
  return (
    <div className="brief">
      <p className="claim" dir="auto">
        <i className={`ev ${markOf[piece.relation]}`} aria-hidden="true" />{" "}
        <span className="vh">{t(`relation.${piece.relation}`)} </span>
        {piece.claim}
      </p>
      <blockquote className="src" dir="auto">
        {piece.quote}
      </blockquote>
      <p className="meta">
        <PassageChip courseId={courseId} passage={piece} />
        <VoiceName voice={piece.author} as="span" />
        {piece.mine && <span>({t("you")})</span>}
      </p>
    </div>
  );
}
