"use client";

import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import { Note } from "@/components/ui/note";
import type { Chip } from "@/domain/prompt/citation";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import { Composer } from "./composer";
import { Conflict } from "./conflict";
import { PositionName } from "./position-name";
import type { PromptPage } from "./shapes";
import type { Answer } from "./use-answer";
import { When } from "./when";

interface AnswerSheetProps {
  courseId: string;
  timeZone: string;
  page: PromptPage;
  answer: Answer;
  editing: boolean;
  onRevise: () => void;
  onSend: () => void;
  passages: readonly CitablePassage[];
  chipsOf: (text: string) => Chip[];
  onEnter: () => void;
}

const FIELD = "answer-text";

/** The first tab: the answer being written, or as it was posted. */
export function AnswerSheet(props: AnswerSheetProps) {
  const { courseId, timeZone, page, answer, editing } = props;
  const t = useTranslations("response");
  const tVoice = useTranslations("voice");
  const { mine, writing, isPosted } = answer;
  const position = page.positions.find(
    (each) => each.id === (editing ? writing.draft.positionId : mine?.positionId),
  );

  return (
    <section className="mine">
      <div className="side">
        <h2 className="kick">{editing ? <label htmlFor={FIELD}>{t("yours")}</label> : t("yours")}</h2>
        {position && (
          <p>
            {t("for")} <PositionName position={position} />
          </p>
        )}
        {mine && <p className="dim n">{t("version", { version: mine.version })}</p>}
      </div>
      <div className="col">
        {page.alias && <Note>{tVoice("you", { alias: page.alias })}</Note>}
        {page.answers === "closed" && (
          <Note>
            {t("closedSince")} <When at={page.prompt.closesAt} timeZone={timeZone} />
          </Note>
        )}
        {writing.conflict && mine && (
          <Conflict
            mine={writing.draft.body}
            theirs={mine}
            onKeepMine={writing.keepMine}
            onTakeTheirs={writing.takeTheirs}
          />
        )}
        {editing ? (
          <Composer
            courseId={courseId}
            fieldId={FIELD}
            body={writing.draft.body}
            positionId={writing.draft.positionId}
            positions={page.positions}
            onChange={writing.change}
            passages={props.passages}
            chipsOf={props.chipsOf}
            onEnter={props.onEnter}
            onSend={props.onSend}
            keptAt={writing.keptAt}
          />
        ) : mine ? (
          <article className="paper posted" aria-label={t("asPosted")}>
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
              {isPosted && page.answers === "yes" && (
                <span className="end">
                  <button className="btn" type="button" onClick={props.onRevise}>
                    {t("revise")}
                  </button>
                </span>
              )}
            </header>
            <div className="ed src">
              <Prose text={mine.body} citations={mine.citations} courseId={courseId} />
            </div>
          </article>
        ) : (
          <p className="blank">{t("noneWritten")}</p>
        )}
      </div>
    </section>
  );
}
