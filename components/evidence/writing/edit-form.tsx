"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { z } from "zod";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { evidenceRelations } from "@/domain/prompt/contest";
import { type EvidenceView, isWhole, MAX_CLAIM } from "@/domain/prompt/evidence";
import { useEvidenceDesk } from "../desk-context";
import { useFreshEvidence } from "../use-acts";
import { type Content, ContentFields, relationOfKey } from "./content-fields";
import { EvidenceConflict } from "./evidence-conflict";

const shape = z.object({
  claim: z.string(),
  relation: z.enum(evidenceRelations),
  positionId: z.string().nullable(),
  dimensionId: z.string().nullable(),
  /** The version that it was written on. */
  base: z.int().positive(),
});

function parse(kept: string) {
  if (kept === "") return null;
  try {
    return shape.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}

const contentOf = ({ claim, relation, positionId, dimensionId }: Content): Content => ({
  claim,
  relation,
  positionId,
  dimensionId,
});

interface EditFormProps {
  piece: EvidenceView;
  /** Only where it stands. */
  placeOnly?: boolean;
  onDone: () => void;
}

/** Changes what a piece says. Where it was changed elsewhere meanwhile, both show until the person has chosen. */
export function EditForm({ piece, placeOnly = false, onDone }: EditFormProps) {
  const t = useTranslations("evidence.form");
  const trpc = useTRPC();
  const client = useQueryClient();
  const sentence = useRefusal();
  const { courseId, meId, page, say } = useEvidenceDesk();
  const refresh = useFreshEvidence();
  const [kept, keep, draft] = useDraft(
    // Moving must not take along words that were being changed and not sent.
    `${meId}.evidence-${placeOnly ? "move" : "edit"}.${piece.id}`,
  );
  const [theirs, setTheirs] = useState<EvidenceView | null>(null);
  const own = useMemo(() => parse(kept), [kept]);
  const content = own ?? { ...contentOf(piece), base: piece.version };
  const claim = useRef<HTMLTextAreaElement>(null);
  useEffect(() => claim.current?.focus(), []);

  const saving = useMutation(
    trpc.evidence.save.mutationOptions({
      onSuccess: () => {
        draft.clear();
        refresh();
        say(t("saved"));
        onDone();
      },
      onError: async (error) => {
        if (refusalIn(error)?.code !== "stale") return;
        const options = trpc.evidence.get.queryOptions({ courseId, id: piece.id });
        setTheirs(await client.fetchQuery({ ...options, staleTime: 0 }).catch(() => null));
      },
    }),
  );
  const whole = isWhole({ ...content, claim: content.claim.trim() });
  const fits = content.claim.length <= MAX_CLAIM;
  const canSave = !saving.isPending && theirs === null && fits && (whole || !piece.filed);
  const save = (version = content.base) =>
    saving.mutate({
      courseId,
      evidence: { id: piece.id, version, ...contentOf(content), file: piece.filed },
    });
  const change = (next: Partial<Content>) => keep(JSON.stringify({ ...content, ...next }));
  const drop = () => {
    draft.clear();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const relation = relationOfKey(event.nativeEvent);
    if (relation) change({ relation });
    else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      if (canSave) save();
    } else if (event.key === "Escape" && !placeOnly) onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      className="ev-form"
      aria-label={t("editTitle")}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) save();
      }}
    >
      {theirs && (
        <EvidenceConflict
          mine={content}
          theirs={theirs}
          onKeepMine={() => {
            setTheirs(null);
            save(theirs.version);
          }}
          onTakeTheirs={() => {
            refresh();
            drop();
          }}
          onCombine={() => {
            keep(JSON.stringify({ ...content, base: theirs.version }));
            setTheirs(null);
            saving.reset();
            claim.current?.focus();
          }}
        />
      )}
      {!placeOnly && (
        <blockquote className="src" dir="auto">
          {piece.quote}
        </blockquote>
      )}
      <ContentFields
        content={content}
        onChange={change}
        positions={page.positions}
        dimensions={page.dimensions}
        claimRef={claim}
        placeOnly={placeOnly}
      />
      {saving.error && !theirs && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden />
          {sentence(saving.error)}
        </p>
      )}
      {piece.filed && !whole && <p className="help">{t("incomplete")}</p>}
      <p className="ev-acts">
        <button type="submit" className="btn go" disabled={!canSave}>
          {t("save")}
        </button>
        <button type="button" className="btn bare" onClick={drop}>
          {t(own ? "dropChanges" : "cancel")}
        </button>
      </p>
    </form>
  );
}
