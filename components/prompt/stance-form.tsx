"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { confidences, MAX_WHY, type NewStance } from "@/domain/prompt/stance";
import type { PositionView, StanceView } from "./shapes";

interface StanceFormProps {
  courseId: string;
  positions: PositionView[];
  readings: { id: string; number: number; title: string }[];
  last: StanceView | undefined;
  onTaken: (stance: StanceView) => void;
  onCancel: () => void;
}

/** The select's values: a moment, or a reading's id. */
const momentFrom = (when: string): Pick<NewStance, "moment" | "readingId"> =>
  when === "before" || when === "after"
    ? { moment: when, readingId: null }
    : { moment: "afterReading", readingId: when };

/** Where I stand now: a position or none, how sure, and why. What was said before stays. */
export function StanceForm({ courseId, positions, readings, last, onTaken, onCancel }: StanceFormProps) {
  const t = useTranslations("stance");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const name = useId();
  const [id] = useState(newId);
  const [when, setWhen] = useState(last ? "after" : "before");
  const [positionId, setPositionId] = useState<string | null>(last?.positionId ?? null);
  const [confidence, setConfidence] = useState(last?.confidence ?? 3);
  const [why, setWhy] = useState("");
  const taking = useMutation(trpc.stance.take.mutationOptions({ onSuccess: onTaken }));

  return (
    <form
      className="stance-form"
      onSubmit={(event) => {
        event.preventDefault();
        taking.mutate({
          courseId,
          stance: { id, ...momentFrom(when), positionId, confidence, why },
        });
      }}
    >
      <div className="field">
        <label className="fl" htmlFor={`${name}-when`}>
          {t("when")}
        </label>
        <select
          id={`${name}-when`}
          className="input"
          value={when}
          onChange={(event) => setWhen(event.target.value)}
        >
          {!last && <option value="before">{t("moments.beforeTexts")}</option>}
          {readings.map((reading) => (
            <option key={reading.id} value={reading.id}>
              {t("moments.afterReading", { number: reading.number, title: reading.title })}
            </option>
          ))}
          <option value="after">{t("moments.afterTalk")}</option>
        </select>
      </div>
      <fieldset className="field">
        <legend className="fl">{t("standWith")}</legend>
        {positions.map((position) => (
          <label key={position.id} className="check">
            <input
              type="radio"
              name={`${name}-position`}
              checked={positionId === position.id}
              onChange={() => setPositionId(position.id)}
            />
            <span>
              {position.name}
              <small className="soft"> {position.line}</small>
            </span>
          </label>
        ))}
        <label className="check">
          <input
            type="radio"
            name={`${name}-position`}
            checked={positionId === null}
            onChange={() => setPositionId(null)}
          />
          <span>{t("noneOfThem")}</span>
        </label>
      </fieldset>
      <fieldset className="field">
        <legend className="fl">{t("howSure")}</legend>
        <span className="sure">
          {confidences.map((level) => (
            <label key={level} className="check">
              <input
                type="radio"
                name={`${name}-sure`}
                checked={confidence === level}
                onChange={() => setConfidence(level)}
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
          maxLength={MAX_WHY}
          value={why}
          dir="auto"
          onChange={(event) => setWhy(event.target.value)}
        />
      </div>
      {taking.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {sentence(taking.error)}
        </p>
      )}
      <div className="acts">
        <button className="btn" type="button" onClick={onCancel}>
          {t("cancel")}
        </button>
        <button className="btn go" type="submit" disabled={taking.isPending}>
          {t("state")}
        </button>
      </div>
    </form>
  );
}
