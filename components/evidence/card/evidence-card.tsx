"use client";

import { MessageSquare, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useEffect, useRef, useState } from "react";
import { VoiceName } from "@/components/voice/voice-name";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { markOf } from "../cell-marks";
import { useEvidenceDesk } from "../desk-context";
import { NoteThread } from "../notes/note-thread";
import { useEvidenceActs, useFreshEvidence } from "../use-acts";
import { rememberCard } from "../use-come-back";
import { EditForm } from "../writing/edit-form";
import { CardMenu } from "./card-menu";
import { MergedList } from "./merged-list";
import { PassageChip } from "./passage-chip";
import { TextChanged } from "./text-changed";

/** A piece of evidence: what it does, its claim, the words it rests on, and what others say to it. */
export const EvidenceCard = memo(function EvidenceCard({ piece }: { piece: EvidenceView }) {
  const t = useTranslations("evidence.card");
  const { courseId, meId, timeZone } = useEvidenceDesk();
  const acts = useEvidenceActs(piece);
  const refresh = useFreshEvidence();
  const [editing, setEditing] = useState(false);
  const [talking, setTalking] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const wasEditing = useRef(false);
  // The form takes the focus with it when it goes.
  useEffect(() => {
    if (wasEditing.current && !editing) card.current?.querySelector<HTMLElement>(".ev-more")?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const mark = markOf[piece.relation];
  const changed = piece.anchor !== "sound";

  if (editing) {
    return (
      <li className="evd" data-card={piece.id}>
        <EditForm piece={piece} onDone={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li ref={card} className={`evd ${mark}${changed ? " chg" : ""}`} data-card={piece.id}>
      <span className="rel" aria-hidden="true">
        <i className={`ev ${mark}`} />
      </span>
      <article aria-label={piece.claim || t("noClaim")}>
        <p className="claim" dir="auto">
          <span className="vh">{t(`relation.${piece.relation}`)} </span>
          {piece.claim || <i className="soft">{t("noClaim")}</i>}
        </p>
        <blockquote className="src" dir="auto">
          {piece.quote}
        </blockquote>
        <p className="meta">
          <PassageChip
            courseId={courseId}
            passage={piece}
            card={piece.id}
            onLeave={() => rememberCard(piece.id)}
          />
          <VoiceName voice={piece.author} as="span" />
          {piece.mine && <span>({t("you")})</span>}
          {!piece.filed && <span className="chip">{t("draft")}</span>}
          {piece.filed &&
            (piece.can.helpful ? (
              <button
                type="button"
                className="n ev-helpful"
                aria-pressed={acts.helpful.mine}
                onClick={acts.helpful.toggle}
              >
                <ThumbsUp className="i s" aria-hidden />
                {t("helpful", { count: acts.helpful.count })}
              </button>
            ) : (
              piece.helpful.count > 0 && (
                <span className="n">{t("helpful", { count: piece.helpful.count })}</span>
              )
            ))}
        </p>
        {changed && <TextChanged piece={piece} onStillSo={acts.check} onEdit={() => setEditing(true)} />}
        <MergedList merged={piece.merged} onPart={acts.part} />
        <p className="rp">
          {piece.filed && (piece.can.discuss || piece.notes > 0) && (
            <button type="button" aria-expanded={talking} onClick={() => setTalking(!talking)}>
              <MessageSquare className="i s" aria-hidden />
              {t("notes", { count: piece.notes })}
            </button>
          )}
          <CardMenu piece={piece} acts={acts} onEdit={() => setEditing(true)} />
        </p>
        {talking && (
          <NoteThread
            courseId={courseId}
            meId={meId}
            timeZone={timeZone}
            on={{ kind: "evidence", id: piece.id }}
            canPost={piece.can.discuss}
            onCount={(count) => count !== piece.notes && refresh()}
            autoFocus={piece.notes === 0}
          />
        )}
      </article>
    </li>
  );
});
