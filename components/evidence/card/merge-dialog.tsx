"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { VoiceName } from "@/components/voice/voice-name";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { markOf } from "../cell-marks";
import { useEvidenceDesk } from "../desk-context";
import type { useEvidenceActs } from "../use-acts";

interface MergeDialogProps {
  piece: EvidenceView;
  acts: ReturnType<typeof useEvidenceActs>;
  onClose: () => void;
}

/** Chooses the piece that says the same: those that seem to, and then all others of the cell. */
export function MergeDialog({ piece, acts, onClose }: MergeDialogProps) {
  const t = useTranslations("evidence.merge");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const { courseId } = useEvidenceDesk();
  const [chosen, setChosen] = useState<string | null>(null);
  const { positionId, dimensionId } = piece;
  const alike = useQuery(trpc.evidence.similar.queryOptions({ courseId, id: piece.id }, { staleTime: 0 }));
  const cell = useQuery(
    trpc.evidence.cell.queryOptions(
      { courseId, positionId: positionId ?? "", dimensionId: dimensionId ?? "" },
      { enabled: positionId !== null && dimensionId !== null },
    ),
  );
  const proposed = alike.data ?? [];
  const known = new Set([piece.id, ...proposed.map(({ id }) => id)]);
  const others = (cell.data?.pieces ?? []).filter((each) => each.filed && !known.has(each.id));
  const error = alike.error ?? cell.error;
  const isReady = alike.data !== undefined && cell.data !== undefined;

  return (
    <Dialog title={t("title")} description={t("hint")} open onOpenChange={(open) => !open && onClose()}>
      {error && (
        <p className="err" role="alert">
          {sentence(error)}
        </p>
      )}
      {!isReady && !error && <p role="status">{t("loading")}</p>}
      <div className="ev-merge">
        <Choices title={t("alike")} pieces={proposed} chosen={chosen} onChoose={setChosen} />
        <Choices title={t("others")} pieces={others} chosen={chosen} onChoose={setChosen} />
        {isReady && proposed.length + others.length === 0 && <p>{t("none")}</p>}
      </div>
      <div className="acts">
        <button
          type="button"
          className="btn go"
          disabled={chosen === null || acts.isBusy}
          onClick={() => chosen && acts.mergeInto(chosen).then(onClose, () => undefined)}
        >
          {t("merge")}
        </button>
      </div>
    </Dialog>
  );
}

interface ChoicesProps {
  title: string;
  pieces: readonly EvidenceView[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

function Choices({ title, pieces, chosen, onChoose }: ChoicesProps) {
  const t = useTranslations("evidence.card");
  const name = useId();
  if (pieces.length === 0) return null;
  return (
    <fieldset>
      <legend className="label">{title}</legend>
      {pieces.map((piece) => (
        <label key={piece.id} className="check">
          <input type="radio" name={name} checked={chosen === piece.id} onChange={() => onChoose(piece.id)} />
          <span>
            <span dir="auto">
              <i className={`ev ${markOf[piece.relation]}`} aria-hidden="true" />{" "}
              <span className="vh">{t(`relation.${piece.relation}`)} </span>
              {piece.claim}
            </span>
            <small className="soft">
              {piece.reading} ¶{piece.paragraph} <VoiceName voice={piece.author} as="span" />
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
