"use client";

import { useTranslations } from "next-intl";
import { VoiceName } from "@/components/voice/voice-name";
import type { MergedPiece } from "@/domain/prompt/evidence";
import { useEvidenceDesk } from "../desk-context";
import { PassageChip } from "./passage-chip";

interface MergedListProps {
  merged: readonly MergedPiece[];
  onPart: (id: string) => void;
}

/** Those that say the same, folded; each can be taken out again by those who may. */
export function MergedList({ merged, onPart }: MergedListProps) {
  const t = useTranslations("evidence.card");
  const { courseId } = useEvidenceDesk();
  if (merged.length === 0) return null;
  const names = [...new Set(merged.map((each) => each.author.name || t("someone")))];
  return (
    <details className="ev-also">
      <summary>
        {t("alsoSaid", { names: names.slice(0, 2).join(", "), more: Math.max(0, names.length - 2) })}
      </summary>
      <ul>
        {merged.map((piece) => (
          <li key={piece.id}>
            <p className="claim" dir="auto">
              {piece.claim}
            </p>
            <blockquote className="src" dir="auto">
              {piece.quote}
            </blockquote>
            <p className="meta">
              <PassageChip courseId={courseId} passage={piece} />
              <VoiceName voice={piece.author} as="span" />
              {piece.canPart && (
                <button type="button" className="link" onClick={() => onPart(piece.id)}>
                  {t("part")}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
