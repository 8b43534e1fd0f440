"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Field } from "@/components/ui/field";
import { RoomLeft } from "@/components/ui/room-left";
import { isSamePair, MOST_DIFFERENCE } from "@/domain/prompt/term-input";
import { PlaceLink } from "./place-link";
import type { ChosenUse, Difference } from "./shapes";

interface Props {
  courseId: string;
  meId: string;
  termId: string;
  chosen: readonly ChosenUse[];
  differences: readonly Difference[];
  onStated: (difference: Difference) => void;
  onShow: (id: string) => void;
  onCancel: () => void;
}

/** Two uses are chosen: in what do they differ? Where somebody has said so already, their thread is offered. */
export function DifferenceForm(props: Props) {
  const { courseId, meId, termId, chosen, differences, onStated, onShow, onCancel } = props;
  const t = useTranslations("term");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const [text, setText, draft] = useDraft(`${meId}.difference.${termId}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const [left, right] = chosen;
  const stating = useMutation(
    trpc.term.stateDifference.mutationOptions({
      onSuccess: (difference, sent) => {
        draft.clear(sent.difference.claim);
        onStated(difference);
      },
    }),
  );
  const isFit = text.trim() !== "" && text.length <= MOST_DIFFERENCE;
  const isPair = left !== undefined && right !== undefined;
  useEffect(() => {
    if (isPair) field.current?.focus();
  }, [isPair]);
  if (!left) return null;
  const standing = right ? differences.filter((difference) => isSamePair(difference, { left, right })) : [];
  const place = ({ readingId, paragraphId }: ChosenUse) => ({ readingId, paragraphId });

  return (
    <form
      className="tm-form"
      aria-label={t("stateTitle")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!right || !isFit || stating.isPending) return;
        const difference = { id: draft.id(), termId, left: place(left), right: place(right), claim: text };
        stating.mutate({ courseId, difference });
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <p className="tm-pair" role="status">
        <PlaceLink courseId={courseId} place={left} />
        {right ? (
          <>
            <span>{t("against")}</span>
            <PlaceLink courseId={courseId} place={right} />
          </>
        ) : (
          <span>{t("chooseSecond")}</span>
        )}
        <button type="button" className="btn bare" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
      {standing.length > 0 && (
        <div className="note">
          <div>
            <b>{t("already", { count: standing.length })}</b>
            <ul>
              {standing.map(({ id, claim }) => (
                <li key={id}>
                  <button type="button" className="link" dir="auto" onClick={() => onShow(id)}>
                    {claim}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {right && (
        <>
          <Field
            label={t("whatDiffers")}
            hint={draft.kept ? t("whatDiffersHint") : t("notKept")}
            error={stating.error ? sentence(stating.error) : null}
          >
            <textarea
              ref={field}
              className="input"
              rows={2}
              dir="auto"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <RoomLeft text={text} most={MOST_DIFFERENCE} />
          <p>
            <button
              type="submit"
              className="btn go"
              disabled={!isFit || stating.isPending}
              aria-busy={stating.isPending}
            >
              {standing.length > 0 ? t("stateAnother") : t("state")}
            </button>
          </p>
        </>
      )}
    </form>
  );
}
