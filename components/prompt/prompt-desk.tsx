"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { usePassages } from "@/components/cite/use-passages";
import { standingOf } from "@/domain/prompt/requirements";
import { AnswerActs } from "./answer-acts";
import { AnswerSheet } from "./answer-sheet";
import { ClassSheet } from "./class-sheet";
import { OpenResponse } from "./open-response";
import type { PromptPage } from "./shapes";
import { StancePanel } from "./stance-panel";
import { StillMissing } from "./still-missing";
import { useAnswer } from "./use-answer";
import { postedOf, useClass } from "./use-class";
import { useResponses } from "./use-responses";
import "./prompt.css";

interface Viewer {
  id: string;
  role: "instructor" | "assistant" | "student" | "observer";
}

interface PromptDeskProps {
  courseId: string;
  timeZone: string;
  me: Viewer;
  page: PromptPage;
  view: "write" | "class";
  /** The prompt itself. */
  children: ReactNode;
}

/** A prompt's two tabs over one desk: one's own answer, and the class's. */
export function PromptDesk({ courseId, timeZone, me, page, view, children }: PromptDeskProps) {
  const t = useTranslations("prompt");
  const path = usePathname();
  const held = useResponses(courseId, page.prompt.id, page.responses);
  const answer = useAnswer({ courseId, promptId: page.prompt.id, meId: me.id }, held);
  const theClass = useClass(held.responses, view === "class");
  const [revising, setRevising] = useState(false);
  const [entered, setEntered] = useState(false);
  const { mine, writing, isPosted } = answer;

  const answers = page.answers !== "no";
  const editing = page.answers === "yes" && (!isPosted || revising || writing.changed);
  const body = editing ? writing.draft.body : (mine?.body ?? "");
  const { passages, leadsSomewhere, chipsOf } = usePassages(courseId, entered || body.includes("[["));
  const standing = standingOf(body, page.prompt.asks, leadsSomewhere);
  const post = () => {
    if (answer.canSend) answer.post(() => setRevising(false));
  };
  const leave = () => {
    writing.takeTheirs();
    setRevising(false);
  };
  const count = postedOf(held.responses).length;

  return (
    <div className="desk" data-view={view === "class" ? "list" : "write"}>
      <main className="sheet" id="main">
        {children}
        <nav className="views" aria-label={t("views")}>
          <p className="side" />
          <div className="col vrow">
            {answers && (
              <Link href={path} aria-current={view === "write" ? "page" : undefined} scroll={false}>
                {t("yours")} <small>{mine ? t(isPosted ? "stated.posted" : "stated.draft") : ""}</small>
              </Link>
            )}
            <Link
              href={`${path}?view=class`}
              aria-current={view === "class" ? "page" : undefined}
              scroll={false}
            >
              {t("class")} <small className="n">{t("posted", { count })}</small>
            </Link>
          </div>
        </nav>
        {view === "write" ? (
          <AnswerSheet
            courseId={courseId}
            timeZone={timeZone}
            page={page}
            answer={answer}
            editing={editing}
            onRevise={() => setRevising(true)}
            onSend={post}
            passages={passages}
            chipsOf={chipsOf}
            onEnter={() => setEntered(true)}
          />
        ) : (
          <ClassSheet page={page} theClass={theClass} timeZone={timeZone} onShown={held.refresh} />
        )}
      </main>
      <aside className="margin" aria-label={t(view === "class" ? "marginClass" : "marginWrite")}>
        {view === "write" ? (
          <>
            {me.role === "student" && (
              <StancePanel
                courseId={courseId}
                timeZone={timeZone}
                initial={page.stances}
                positions={page.positions}
                readings={page.readings}
              />
            )}
            <StillMissing standing={standing}>
              {editing && (
                <AnswerActs
                  answer={answer}
                  words={standing.words}
                  missing={standing.missing}
                  onPost={post}
                  onLeave={isPosted ? leave : null}
                />
              )}
            </StillMissing>
          </>
        ) : (
          theClass.open && (
            <OpenResponse
              courseId={courseId}
              meId={me.id}
              timeZone={timeZone}
              posted={theClass.open}
              positions={page.positions}
              asks={page.prompt.asks}
              showsMissing={me.role !== "student" || theClass.open.response.mine}
              previous={theClass.previous}
              next={theClass.next}
              onReplied={held.put}
              onDeleted={held.drop}
            />
          )
        )}
      </aside>
    </div>
  );
}
