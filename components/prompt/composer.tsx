"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useId, useState } from "react";
import { CompletingTextarea } from "@/components/cite/completing-textarea";
import { Prose } from "@/components/prose/prose";
import { MAX_RESPONSE } from "@/domain/prompt/response";
import { KeptLine } from "./kept-line";
import { PositionChoice } from "./position-choice";
import type { PositionView, PromptPage } from "./shapes";
import { TextTools } from "./text-tools";
import type { Answer } from "./use-answer";
import type { Citing } from "./use-citing";

interface ComposerProps {
  courseId: string;
  page: PromptPage;
  /** The text field's id, for its label. */
  fieldId: string;
  field: RefObject<HTMLTextAreaElement | null>;
  answer: Answer;
  citing: Citing;
  onSend: () => void;
  /** Earlier versions. */
  versions: ReactNode;
}

/** The sheet on which an answer is written: Markdown, a position, passages cited as one goes. */
export function Composer({
  courseId,
  page,
  fieldId,
  field,
  answer,
  citing,
  onSend,
  versions,
}: ComposerProps) {
  const { body, positionId } = answer.writing.draft;
  const { change } = answer.writing;
  const t = useTranslations("response");
  const [shows, setShows] = useState<"write" | "asPosted">("write");
  const id = useId();
  const setBody = (text: string) => change({ body: text });
  const first = page.prompt.kind === "defend";
  const position = (
    <PositionChoice
      first={first}
      value={positionId}
      positions={offered(page, positionId)}
      onChange={(next) => change({ positionId: next })}
    />
  );

  return (
    <>
      {first && position}
      <div className="paper">
        <div className="tools">
          {shows === "write" && <TextTools field={field} onChange={setBody} />}
          <KeptLine answer={answer} />
          <div className="end">
            <fieldset>
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
            {versions}
          </div>
        </div>
        <div hidden={shows !== "write"}>
          <CompletingTextarea
            id={fieldId}
            field={field}
            className="ed src"
            rows={12}
            value={body}
            onChange={setBody}
            passages={citing.passages}
            {...citing.hints}
            onEnter={citing.enter}
            onSend={onSend}
            most={MAX_RESPONSE}
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
              <Prose text={body} citations={citing.chips} courseId={courseId} />
            )}
          </div>
        )}
        {!first && position}
      </div>
    </>
  );
}

/** The positions of the frame, and the one taken even where it has been taken out. */
const offered = ({ positions, removedPositions }: PromptPage, taken: string | null): PositionView[] => [
  ...positions,
  ...removedPositions.filter((position) => position.id === taken),
];
