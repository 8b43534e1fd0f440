"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useState } from "react";
import { Prose } from "@/components/prose/prose";
import { Note } from "@/components/ui/note";
import { Composer } from "./composer";
import { Conflict } from "./conflict";
import { PositionName } from "./position-name";
import type { PromptPage } from "./shapes";
import type { Answer } from "./use-answer";
import type { Citing } from "./use-citing";
import { VersionsDialog } from "./versions-dialog";
import { When } from "./when";

interface AnswerSheetProps {
  courseId: string;
  timeZone: string;
  page: PromptPage;
  answer: Answer;
  citing: Citing;
  editing: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  onRevise: () => void;
  onSend: () => void;
}

export const ANSWER_FIELD = "answer-text";
export const POSTED_ANSWER = "answer-posted";

/** The first tab: the answer being written, or as it was posted. */
export function AnswerSheet(props: AnswerSheetProps) {
  const { courseId, timeZone, page, answer, editing, citing } = props;
  const t = useTranslations("response");
  const { mine, writing } = answer;
  const [before, setBefore] = useState<{ number: number; body: string; positionId: string | null } | null>(
    null,
  );
  const positions = [...page.positions, ...page.removedPositions];
  const taken = editing ? writing.draft.positionId : mine?.positionId;
  const position = positions.find((each) => each.id === taken);

  const versions = mine && (
    <VersionsDialog
      courseId={courseId}
      timeZone={timeZone}
      responseId={mine.id}
      positions={positions}
      bringBack={
        editing
          ? {
              body: writing.draft.body,
              to: ({ body, positionId }, number) => {
                setBefore({ number, body: writing.draft.body, positionId: writing.draft.positionId });
                writing.change({ body, positionId });
              },
            }
          : undefined
      }
    />
  );

  return (
    <section className="mine">
      <div className="side">
        <h2 className="kick">{editing ? <label htmlFor={ANSWER_FIELD}>{t("yours")}</label> : t("yours")}</h2>
        {position && (
          <p>
            {t("for")} <PositionName position={position} />
          </p>
        )}
      </div>
      <div className="col">
        {page.answers === "closed" && (
          <Note>
            {t("closedSince")} <When at={page.prompt.closesAt} timeZone={timeZone} />
          </Note>
        )}
        {writing.conflict && mine && (
          <Conflict
            mine={writing.draft.body}
            theirs={mine}
            onKeepMine={() => {
              writing.keepMine();
              props.field.current?.focus();
            }}
            onTakeTheirs={() => {
              writing.takeTheirs();
              props.field.current?.focus();
            }}
          />
        )}
        {before && editing && (
          <p className="brought" role="status">
            {t("versions.brought", { number: before.number })}{" "}
            <button
              type="button"
              className="link"
              onClick={() => {
                writing.change({ body: before.body, positionId: before.positionId });
                setBefore(null);
              }}
            >
              {t("versions.undo")}
            </button>
          </p>
        )}
        {page.answers === "closed" && writing.changed && <Unsent body={writing.draft.body} />}
        {editing ? (
          <Composer
            courseId={courseId}
            page={page}
            fieldId={ANSWER_FIELD}
            field={props.field}
            answer={answer}
            citing={citing}
            onSend={props.onSend}
            versions={versions}
          />
        ) : mine ? (
          <Posted {...props} mine={mine} versions={versions} />
        ) : (
          <p className="blank">{t("noneWritten")}</p>
        )}
      </div>
    </section>
  );
}

/** Words that it closed over: on this device they are still there. */
function Unsent({ body }: { body: string }) {
  const t = useTranslations("response");
  return (
    <Note>
      <details>
        <summary>{t("unsent")}</summary>
        <p className="src unsent" dir="auto">
          {body}
        </p>
      </details>
    </Note>
  );
}

interface PostedProps extends AnswerSheetProps {
  mine: NonNullable<Answer["mine"]>;
  versions: ReactNode;
}

/** One's own answer as classmates see it. */
function Posted({ courseId, timeZone, page, answer, mine, versions, onRevise }: PostedProps) {
  const t = useTranslations("response");
  return (
    <article className="paper posted" id={POSTED_ANSWER} tabIndex={-1} aria-label={t("asPosted")}>
      <header className="tools">
        <p className="kept">
          <span>
            {mine.submittedAt ? t("posted") : t("draft")}{" "}
            <When at={mine.submittedAt ?? mine.createdAt} timeZone={timeZone} />
            {mine.editedAt && (
              <>
                {", "}
                {t("changed")} <When at={mine.editedAt} timeZone={timeZone} />
              </>
            )}
          </span>
        </p>
        <span className="end">
          {answer.isPosted && page.answers === "yes" && (
            <button className="btn" type="button" onClick={onRevise}>
              {t("revise")}
            </button>
          )}
          {versions}
        </span>
      </header>
      <div className="ed src">
        <Prose text={mine.body} citations={mine.citations} courseId={courseId} />
      </div>
    </article>
  );
}
