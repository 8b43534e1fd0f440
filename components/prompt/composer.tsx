"use client";

import { HardDrive } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { CompletingTextarea } from "@/components/cite/completing-textarea";
import { Prose } from "@/components/prose/prose";
import type { Chip } from "@/domain/prompt/citation";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { MAX_RESPONSE } from "@/domain/prompt/response";
import type { PositionView } from "./shapes";
import { TextTools } from "./text-tools";

interface ComposerProps {
  courseId: string;
  /** The text field's id, for its label. */
  fieldId: string;
  body: string;
  positionId: string | null;
  positions: PositionView[];
  onChange: (change: { body?: string; positionId?: string | null }) => void;
  passages: readonly CitablePassage[];
  chipsOf: (text: string) => Chip[];
  onEnter: () => void;
  onSend: () => void;
  /** Since when the text is kept on this device only; null when it is not, or need not be. */
  keptAt: Date | null;
}

/** The sheet on which an answer is written: Markdown, a position, passages cited as one goes. */
export function Composer(props: ComposerProps) {
  const { body, positionId, positions, onChange } = props;
  const t = useTranslations("response");
  const format = useFormatter();
  const field = useRef<HTMLTextAreaElement>(null);
  const [shows, setShows] = useState<"write" | "asPosted">("write");
  const id = useId();
  const setBody = (text: string) => onChange({ body: text });

  return (
    <div className="paper">
      <div className="tools">
        {shows === "write" && <TextTools field={field} onChange={setBody} />}
        <p className="kept inl" role="status">
          {props.keptAt && (
            <>
              <HardDrive className="i s" aria-hidden="true" />
              <span>
                {t.rich("keptHere", {
                  b: (words) => <b>{words}</b>,
                  at: format.dateTime(props.keptAt, {
                    timeStyle: "short",
                    // This device's own clock: the text is on this device.
                    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
                  }),
                })}
              </span>
            </>
          )}
        </p>
        <fieldset className="end">
          <legend className="vh">{t("show")}</legend>
          <span className="seg">
            {(["write", "asPosted"] as const).map((name) => (
              <label key={name} className={shows === name ? "on" : undefined}>
                <input
                  className="vh"
                  type="radio"
                  name={`${id}-show`}
                  checked={shows === name}
                  onChange={() => setShows(name)}
                />
                {t(name)}
              </label>
            ))}
          </span>
        </fieldset>
      </div>
      <div hidden={shows !== "write"}>
        <CompletingTextarea
          id={props.fieldId}
          field={field}
          className="ed src"
          rows={12}
          value={body}
          onChange={setBody}
          passages={props.passages}
          onEnter={props.onEnter}
          onSend={props.onSend}
          maxLength={MAX_RESPONSE}
          describedBy={`${id}-hint`}
        />
        <p className="cite-hint" id={`${id}-hint`}>
          {t("hint")}
        </p>
      </div>
      {shows === "asPosted" && (
        <div className="ed src">
          {body.trim() === "" ? (
            <p className="dim">{t("nothingYet")}</p>
          ) : (
            <Prose text={body} citations={props.chipsOf(body)} courseId={props.courseId} />
          )}
        </div>
      )}
      <p className="posit">
        <label htmlFor={`${id}-position`}>{t("position")}</label>
        <select
          id={`${id}-position`}
          className="input"
          value={positionId ?? ""}
          onChange={(event) => onChange({ positionId: event.target.value || null })}
        >
          <option value="">{t("noPosition")}</option>
          {positions.map((position) => (
            <option key={position.id} value={position.id}>
              {position.name}
            </option>
          ))}
        </select>
      </p>
    </div>
  );
}
