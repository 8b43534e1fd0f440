"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useRefusal } from "@/components/trpc/use-refusal";
import { RoomLeft } from "@/components/ui/room-left";
import { confidences, MAX_WHY } from "@/domain/prompt/stance";
import { PassagePicker } from "./passage-picker";
import type { PositionView, ReadingName, StanceView } from "./shapes";
import { StandFields } from "./stand-fields";
import { useStanceDraft, type When } from "./use-stance-draft";

interface StanceFormProps {
  courseId: string;
  /** The person's membership. */
  me: string;
  positions: PositionView[];
  readings: ReadingName[];
  last: StanceView | undefined;
  /** The moment that is offered first. */
  when: When;
  onTaken: (stance: StanceView) => void;
  onCancel: () => void;
}

/** Where I stand now: when, with which position or between which two, how sure, why, and what moved me. */
export function StanceForm({ positions, readings, onCancel, ...props }: StanceFormProps) {
  const t = useTranslations("stance");
  const sentence = useRefusal();
  const name = useId();
  const draft = useStanceDraft({ ...props, positionIds: positions.map(({ id }) => id) });
  const reading = readings.find(({ id }) => id === draft.when);

  return (
    <form
      className="stance-form"
      onSubmit={(event) => {
        event.preventDefault();
        draft.send();
      }}
    >
      <div className="field">
        <label className="fl" htmlFor={`${name}-when`}>
          {t("when")}
        </label>
        <select
          id={`${name}-when`}
          className="input"
          value={draft.when}
          onChange={(event) => draft.setWhen(event.target.value)}
        >
          <option value="before">{t("moments.beforeTexts")}</option>
          {readings.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {t("moments.afterReading", { number, title })}
            </option>
          ))}
          <option value="after">{t("moments.afterTalk")}</option>
        </select>
      </div>
      <StandFields
        positions={positions}
        positionId={draft.positionId}
        betweenId={draft.betweenId}
        onPosition={draft.setPosition}
        onBetween={draft.setBetween}
      />
      <fieldset className="field">
        <legend className="fl">{t("howSure")}</legend>
        <span className="sure">
          {confidences.map((level) => (
            <label key={level} className="check">
              <input
                type="radio"
                name={`${name}-sure`}
                checked={draft.confidence === level}
                onChange={() => draft.setConfidence(level)}
              />
              <span>
                {level}
                <small className="soft"> {t(`levels.${level}`)}</small>
              </span>
            </label>
          ))}
        </span>
      </fieldset>
      <div className="field">
        <label className="fl" htmlFor={`${name}-why`}>
          {t("why")}
        </label>
        <textarea
          id={`${name}-why`}
          className="input"
          rows={3}
          value={draft.why}
          dir="auto"
          onChange={(event) => draft.setWhy(event.target.value)}
        />
        <RoomLeft text={draft.why} most={MAX_WHY} />
      </div>
      <PassagePicker
        courseId={props.courseId}
        readingId={reading?.id ?? null}
        value={draft.movedBy}
        onChange={draft.setMovedBy}
      />
      {draft.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {sentence(draft.error)}
        </p>
      )}
      <div className="acts">
        <button className="btn" type="button" onClick={onCancel}>
          {t("cancel")}
        </button>
        <button className="btn go" type="submit" disabled={draft.isSending || draft.why.length > MAX_WHY}>
          {t("state")}
        </button>
      </div>
    </form>
  );
}
