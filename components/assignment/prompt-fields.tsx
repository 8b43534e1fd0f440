"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { promptKinds } from "@/domain/assignment/assignment";
import type { PromptForm } from "./form-shape";
import { type FrameChoices, PromptAsks } from "./prompt-asks";
import { PromptTerms } from "./prompt-terms";

interface Props {
  /** From 1. */
  number: number;
  value: PromptForm;
  inUse: boolean;
  /** Shown once somebody has tried to save. */
  checked: boolean;
  /** The course's positions, dimensions and terms. */
  frame: FrameChoices;
  /** What the assignment around it says. */
  around: { aliased: boolean; grouped: boolean };
  onChange: (value: PromptForm) => void;
}

/** One prompt being written: what it asks, of which kind, what an answer owes, and on what terms. */
export function PromptFields(props: Props) {
  const { number, value, inUse, checked, onChange } = props;
  const t = useTranslations("assignment.prompt");
  const id = useId();
  const change = (part: Partial<PromptForm>) => onChange({ ...value, ...part });
  return (
    <fieldset className="prompt-f">
      <legend className="vh">{t("nth", { number })}</legend>
      <div className="field">
        <label className="fl" htmlFor={`${id}-title`}>
          {t("title")}
        </label>
        <input
          id={`${id}-title`}
          className="input src"
          dir="auto"
          maxLength={300}
          required
          aria-invalid={checked && value.title.trim() === ""}
          value={value.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </div>
      <div className="field">
        <label className="fl" htmlFor={`${id}-body`}>
          {t("body")}
        </label>
        <textarea
          id={`${id}-body`}
          className="input"
          dir="auto"
          rows={4}
          maxLength={20_000}
          required
          aria-invalid={checked && value.body.trim() === ""}
          value={value.body}
          onChange={(event) => change({ body: event.target.value })}
        />
      </div>
      <div className="field">
        <label className="fl" htmlFor={`${id}-kind`}>
          {t("kind")}
        </label>
        <select
          id={`${id}-kind`}
          className="input"
          aria-describedby={`${id}-kind-help`}
          value={value.kind}
          onChange={(event) => {
            const kind = promptKinds.find((candidate) => candidate === event.target.value);
            if (kind) change({ kind });
          }}
        >
          {promptKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
        <p className="help" id={`${id}-kind-help`}>
          {t(`kindHelp.${value.kind}`)}
        </p>
      </div>
      <PromptAsks value={value} frame={props.frame} onChange={change} />
      <PromptTerms value={value} inUse={inUse} around={props.around} onChange={change} />
      {inUse && <p className="help">{t("answered")}</p>}
    </fieldset>
  );
}
