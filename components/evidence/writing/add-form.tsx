"use client";

import { CircleAlert, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { usePassages } from "@/components/cite/use-passages";
import { useRefusal } from "@/components/trpc/use-refusal";
import { describePassage } from "@/domain/anchor/passage";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { type EvidenceView, isWhole, MAX_CLAIM } from "@/domain/prompt/evidence";
import { useEvidenceDesk } from "../desk-context";
import { sentenceWith } from "../sentence";
import { ContentFields, relationOfKey } from "./content-fields";
import { PassageField } from "./passage-field";
import { useEvidenceDraft } from "./use-evidence-draft";
import { useRecord } from "./use-record";
import { WordsField } from "./words-field";

interface AddFormProps {
  /** The cell it was asked for in; null where it was asked for in none. */
  place: { positionId: string; dimensionId: string } | null;
  onDone: (recorded: EvidenceView | null) => void;
}

/** Records a piece: a passage of any reading, what it says, what it does to which position on which dimension. */
export function AddForm({ place, onDone }: AddFormProps) {
  const t = useTranslations("evidence.form");
  const sentence = useRefusal();
  const { courseId, meId, page, say } = useEvidenceDesk();
  const { draft, text, change, keptAt, kept, id, clear } = useEvidenceDraft(meId, place);
  const { passages } = usePassages(courseId, true);
  const claim = useRef<HTMLTextAreaElement>(null);
  /** The draft as it was sent: what is written since stays. */
  const sent = useRef<string>(undefined);
  const paragraph = passages.find((each) => each.paragraphId === draft.paragraphId);

  const isChosen = paragraph !== undefined;
  // A draft that was kept comes a moment later and takes the place of the field that had the focus.
  useEffect(() => {
    if (isChosen && document.activeElement === document.body) claim.current?.focus();
  }, [isChosen]);

  const recording = useRecord((recorded) => {
    clear(sent.current);
    say(t(recorded.filed ? "filed" : "keptAsDraft"));
    onDone(recorded);
  });
  const { claim: words, relation, positionId, dimensionId, passage, readingId, paragraphId } = draft;
  const content = { claim: words, relation, positionId, dimensionId };
  const fits = words.length <= MAX_CLAIM;
  const canKeep =
    isChosen &&
    passage !== null &&
    readingId !== null &&
    paragraphId !== null &&
    fits &&
    !recording.isPending;
  const canFile = canKeep && isWhole({ ...content, claim: words.trim() });
  const send = (file: boolean) => {
    if (!canKeep) return;
    sent.current = text;
    recording.mutate({ id: id(), readingId, paragraphId, passage, ...content, file });
  };

  const choose = (found: CitablePassage, query: string) => {
    const { start, end } = sentenceWith(found.text, query);
    const described = describePassage(found.text, start, end);
    if (!described) return;
    change({
      readingId: found.readingId,
      paragraphId: found.paragraphId,
      passage: { start: described.start, end: described.end, quote: described.quote },
    });
    requestAnimationFrame(() => claim.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const pressed = relationOfKey(event.nativeEvent);
    if (pressed) change({ relation: pressed });
    else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      if (canFile) send(true);
    } else if (event.key === "Escape") onDone(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      className="ev-form"
      aria-label={t("addTitle")}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (canFile) send(true);
      }}
    >
      {paragraph && passage ? (
        <>
          <p className="ev-source">
            <span className="cite">
              {paragraph.reading} <b>¶{paragraph.paragraph}</b>
            </span>
            <span className="soft" dir="auto">
              {paragraph.title}
            </span>
            <button
              type="button"
              className="link"
              onClick={() => change({ readingId: null, paragraphId: null, passage: null })}
            >
              {t("another")}
            </button>
          </p>
          <WordsField
            text={paragraph.text}
            chosen={passage}
            onChoose={(chosen) => change({ passage: chosen })}
          />
        </>
      ) : (
        <PassageField
          passages={passages}
          isLoading={passages.length === 0 && page.readings.length > 0}
          onChoose={choose}
        />
      )}
      <ContentFields
        content={content}
        onChange={change}
        positions={page.positions}
        dimensions={page.dimensions}
        claimRef={claim}
      />
      {recording.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden />
          {sentence(recording.error)}
        </p>
      )}
      <p className="help" role="status">
        {keptAt && (
          <span className="ev-kept">
            <HardDrive className="i s" aria-hidden />
            {t("kept")}
          </span>
        )}
        {!kept && t("notKept")}
        {canKeep && !canFile && !recording.isPending && ` ${t("incomplete")}`}
      </p>
      <p className="ev-acts">
        <button type="submit" className="btn go" disabled={!canFile}>
          {t("file")} <kbd>⌘↵</kbd>
        </button>
        <button type="button" className="btn" disabled={!canKeep} onClick={() => send(false)}>
          {t("keepDraft")}
        </button>
        <button type="button" className="btn bare" onClick={() => onDone(null)}>
          {t("close")}
        </button>
      </p>
    </form>
  );
}
