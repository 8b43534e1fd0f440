"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { remember } from "@/components/device/remembered";
import { evidenceRelations } from "@/domain/prompt/contest";
import { CellFields } from "./cell-fields";
import { GatherHead } from "./gather-head";
import { type Content, type EvidencePlace, missingOf, type Piece, roomFor } from "./gathering";
import { RelationMark } from "./relation-mark";
import { useGatherer } from "./use-gatherer";
import { useStandBy } from "./use-stand-by";

interface GatherCardProps {
  place: EvidencePlace | null;
  given: Piece;
  /** Under which the device remembers what is said here, until the card is closed. */
  openKey: string;
}

/** What is near enough to the end of the room to be told of. UTF-16 units. */
const NEAR = 100;

/** A piece that was just recorded: what it shows is said here, and files it. Escape leaves it a draft. */
export function GatherCard({ place, given, openKey }: GatherCardProps) {
  const t = useTranslations("reader.evidence");
  const id = useId();
  const [piece, setPiece] = useState(given);
  const { file, leave, keep } = useGatherer();
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const stand = useStandBy(place, "card");
  const { content } = piece;
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const closed = useKeptWhenGone({ place, piece }, { keep, openKey });

  const change = (said: Partial<Content>) => {
    setProblem(null);
    setPiece({ ...piece, content: { ...content, ...said } });
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const missing = missingOf(content);
    if (roomFor(content) < 0) return;
    if (missing.length > 0) {
      const what = missing.map((each) => t(`missing.${each}`));
      setProblem(t("stillMissing", { what: what.join(", ") }));
      const [position, dimension] = field.current?.form?.querySelectorAll("select") ?? [];
      const first = { claim: field.current, position, dimension }[missing[0] ?? "claim"];
      first?.focus();
      return;
    }
    closed.current = true;
    file({ place, piece });
  };
  const close = () => {
    closed.current = true;
    leave({ place, piece });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const left = roomFor(content);

  return (
    <form {...stand} role="dialog" aria-label={t("title")} onKeyDown={onKeyDown} onSubmit={send}>
      <GatherHead place={place} />
      {piece.newer && (
        <p className="gather-note" role="alert">
          {t("newer")} <q dir="auto">{piece.newer}</q>
        </p>
      )}
      <fieldset className="seg">
        <legend className="vh">{t("relationLabel")}</legend>
        {evidenceRelations.map((relation) => (
          <label key={relation} className={content.relation === relation ? "on" : undefined}>
            <input
              className="vh"
              type="radio"
              name={`${id}-relation`}
              checked={content.relation === relation}
              onChange={() => change({ relation })}
            />
            <RelationMark relation={relation} />
            {t(`relation.${relation}`)}
          </label>
        ))}
      </fieldset>
      <CellFields cell={content} onChange={change} />
      <label className="vh" htmlFor={`${id}-claim`}>
        {t("claim")}
      </label>
      <textarea
        id={`${id}-claim`}
        ref={field}
        className="input"
        rows={3}
        dir="auto"
        value={content.claim}
        placeholder={t("claimHint")}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change({ claim: event.target.value })}
      />
      <p className="gather-note" id={`${id}-hint`} role={problem || left < 0 ? "alert" : undefined}>
        {problem ?? (left < NEAR ? t("left", { count: left }) : t("isDraft"))}
      </p>
      <p className="gather-acts">
        <button type="button" className="btn bare" onClick={close}>
          {t("leaveDraft")} <kbd aria-hidden>esc</kbd>
        </button>
        <button type="submit" className="btn go" disabled={left < 0}>
          {t("file")} <kbd aria-hidden>⌘↵</kbd>
        </button>
        <button type="button" className="mb" aria-label={t("close")} onClick={close}>
          <X className="i" aria-hidden />
        </button>
      </p>
    </form>
  );
}

/**
 * A card that goes without being closed, as with the page or for another passage, leaves what was said in its draft;
 * one that a reload took away finds it on the device.
 */
function useKeptWhenGone(
  { place, piece }: { place: EvidencePlace | null; piece: Piece },
  { keep, openKey }: { keep: ReturnType<typeof useGatherer>["keep"]; openKey: string },
) {
  const closed = useRef(false);
  const latest = useRef({ place, piece, keep });
  latest.current = { place, piece, keep };
  useEffect(() => remember(openKey, { place, piece }), [openKey, place, piece]);
  useEffect(
    () => () => {
      remember(openKey, null);
      const { keep: keepNow, ...now } = latest.current;
      if (!closed.current) keepNow(now);
    },
    [openKey],
  );
  return closed;
}
