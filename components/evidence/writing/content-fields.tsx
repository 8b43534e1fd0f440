"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useId } from "react";
import { RoomLeft } from "@/components/ui/room-left";
import { type EvidenceRelation, evidenceRelations } from "@/domain/prompt/contest";
import { MAX_CLAIM } from "@/domain/prompt/evidence";
import { markOf } from "../cell-marks";
import type { DimensionView, PositionView } from "../shapes";

/** What a piece says, apart from its passage. */
export interface Content {
  claim: string;
  relation: EvidenceRelation;
  positionId: string | null;
  dimensionId: string | null;
}

interface ContentFieldsProps {
  content: Content;
  onChange: (change: Partial<Content>) => void;
  positions: readonly PositionView[];
  dimensions: readonly DimensionView[];
  claimRef?: RefObject<HTMLTextAreaElement | null>;
  /** Only where it stands. */
  placeOnly?: boolean;
}

/** Claim, relation, and place in the matrix. */
export function ContentFields(props: ContentFieldsProps) {
  const { content, onChange, positions, dimensions, claimRef, placeOnly = false } = props;
  const t = useTranslations("evidence.form");
  return (
    <>
      {!placeOnly && <SayingFields content={content} onChange={onChange} claimRef={claimRef} />}
      <div className="ev-place">
        <PlaceSelect
          label={t("position")}
          none={t("noPlace")}
          options={positions}
          value={content.positionId}
          onChange={(positionId) => onChange({ positionId })}
        />
        <PlaceSelect
          label={t("dimension")}
          none={t("noPlace")}
          options={dimensions}
          value={content.dimensionId}
          onChange={(dimensionId) => onChange({ dimensionId })}
        />
      </div>
    </>
  );
}

type SayingFieldsProps = Pick<ContentFieldsProps, "content" | "onChange" | "claimRef">;

function SayingFields({ content, onChange, claimRef }: SayingFieldsProps) {
  const t = useTranslations("evidence.form");
  const id = useId();
  return (
    <>
      <div className="field">
        <label className="fl" htmlFor={`${id}-claim`}>
          {t("claim")}
        </label>
        <textarea
          id={`${id}-claim`}
          ref={claimRef}
          className="input"
          rows={3}
          dir="auto"
          placeholder={t("claimHint")}
          value={content.claim}
          onChange={(event) => onChange({ claim: event.target.value })}
        />
        <RoomLeft text={content.claim} most={MAX_CLAIM} />
      </div>
      <fieldset className="ev-rel">
        <legend className="fl">{t("relation")}</legend>
        <div className="seg">
          {evidenceRelations.map((relation, index) => (
            <label key={relation} className={content.relation === relation ? "on" : undefined}>
              <input
                className="vh"
                type="radio"
                name={`${id}-relation`}
                checked={content.relation === relation}
                onChange={() => onChange({ relation })}
              />
              <i className={`ev ${markOf[relation]}`} aria-hidden="true" />
              {t(`does.${relation}`)}
              <span aria-hidden="true">
                <kbd>{index + 1}</kbd>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

interface PlaceSelectProps {
  label: string;
  none: string;
  options: readonly { id: string; name: string }[];
  value: string | null;
  onChange: (id: string | null) => void;
}

function PlaceSelect({ label, none, options, value, onChange }: PlaceSelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="fl" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={options.some((option) => option.id === value) ? (value ?? "") : ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** With these keys a relation is chosen: alone, or with Alt from within the words. */
export function relationOfKey(event: { code: string; altKey: boolean; target: EventTarget | null }) {
  const digit = /^(?:Digit|Numpad)([123])$/.exec(event.code)?.[1];
  if (!digit) return null;
  const isWriting =
    event.target instanceof Element && event.target.closest("textarea, select, input:not([type=radio])");
  return isWriting && !event.altKey ? null : (evidenceRelations[Number(digit) - 1] ?? null);
}
