"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { Moment } from "@/components/ui/moment";
import { VoiceName } from "@/components/voice/voice-name";
import { differenceOf } from "@/domain/comment/difference";
import type { EvidenceState, EvidenceView } from "@/domain/prompt/evidence";
import { useEvidenceDesk } from "../desk-context";

/** What a piece said before, the newest first, each with what was changed in it. */
export function HistoryDialog({ piece, onClose }: { piece: EvidenceView; onClose: () => void }) {
  const t = useTranslations("evidence.history");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const { courseId } = useEvidenceDesk();
  const { data, error } = useQuery(
    trpc.evidence.history.queryOptions({ courseId, id: piece.id }, { staleTime: 0 }),
  );
  const states = (data ?? []).toSorted((a, b) => a.version - b.version);
  return (
    <Dialog
      title={t("title")}
      description={states.length > 1 ? t("hint") : undefined}
      open
      onOpenChange={(open) => !open && onClose()}
    >
      {error && (
        <p className="err" role="alert">
          {sentence(error)}
        </p>
      )}
      {!data && !error && <p role="status">{t("loading")}</p>}
      <ol className="ev-history" reversed>
        {states
          .map((state, at) => <Version key={state.version} state={state} before={states[at - 1]} />)
          .reverse()}
      </ol>
    </Dialog>
  );
}

function Version({ state, before }: { state: EvidenceState; before: EvidenceState | undefined }) {
  const t = useTranslations("evidence");
  const { timeZone } = useEvidenceDesk();
  const runs = differenceOf(before?.claim ?? state.claim, state.claim);
  const place = [state.position, state.dimension].filter(Boolean).join(", ");
  const isMoved = before && (state.position !== before.position || state.dimension !== before.dimension);
  let at = 0;
  return (
    <li>
      <p className="ev-note-h">
        <b>{before ? t("history.version", { number: state.version }) : t("history.first")}</b>
        <VoiceName voice={state.by} as="span" />
        <Moment at={state.at} timeZone={timeZone} />
      </p>
      <p dir="auto">
        {runs.map(({ kind, text }) => {
          const key = at;
          at += text.length + 1;
          if (kind === "added") return <ins key={key}>{text}</ins>;
          if (kind === "removed") return <del key={key}>{text}</del>;
          return <span key={key}>{text}</span>;
        })}
      </p>
      <p className="soft">
        {t(`filter.relations.${state.relation}`)}
        {(isMoved || !before) && place && ` · ${place}`}
      </p>
    </li>
  );
}
