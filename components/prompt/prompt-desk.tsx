"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { OwnFlow } from "@/components/stance/own-flow";
import { StancePanel } from "@/components/stance/stance-panel";
import { SteelmanSheet } from "@/components/steelman/steelman-sheet";
import { repliesWritten } from "@/domain/prompt/requirements";
import { AnswerMargin } from "./answer-margin";
import { AnswerSheet, POSTED_ANSWER } from "./answer-sheet";
import { postedOf } from "./class-order";
import { ClassSheet } from "./class-sheet";
import { NextSheet } from "./next-sheet";
import { OpenResponse } from "./open-response";
import { PostConfirm } from "./post-confirm";
import { PromptFoot } from "./prompt-foot";
import { PromptTabs } from "./prompt-tabs";
import type { PromptPage } from "./shapes";
import { useAnswer } from "./use-answer";
import { useCiting } from "./use-citing";
import { useClass } from "./use-class";
import { usePromptKeys } from "./use-prompt-keys";
import { usePromptLive } from "./use-prompt-live";
import { useReadNext } from "./use-read-next";
import { useResponses } from "./use-responses";
import { useSeenResponses } from "./use-seen-responses";
import { useUnread } from "./use-unread";
import { useView, type View } from "./use-view";
import "./prompt.css";

interface Viewer {
  id: string;
  name: string;
  role: "instructor" | "assistant" | "student" | "observer";
}

interface PromptDeskProps {
  courseId: string;
  timeZone: string;
  me: Viewer;
  page: PromptPage;
  /** When it was made; milliseconds since 1970. */
  madeAt: number;
  /** The prompt itself. */
  children: ReactNode;
}

function tabsFor({ answers, prompt }: PromptPage): View[] {
  const own: View[] = answers === "no" ? [] : answers === "yes" ? ["write", "next"] : ["write"];
  return [...own, ...(prompt.steelman ? (["other"] as const) : []), "class"];
}

/** A prompt's tabs over one desk: one's own answer, answers to read, and the class's. */
export function PromptDesk({ courseId, timeZone, me, page, madeAt, children }: PromptDeskProps) {
  const t = useTranslations("prompt");
  const router = useRouter();
  const promptId = page.prompt.id;
  const allowed = tabsFor(page);
  const view = useView(allowed);
  const line = usePromptLive(courseId, promptId, madeAt);
  const held = useResponses(courseId, promptId, page.responses, line);
  const [revising, setRevising] = useState(false);
  const [confirming, setConfirming] = useState(false);
  /** The answer that was gone to: it takes the focus once. */
  const [brought, setBrought] = useState(view.named);
  const field = useRef<HTMLTextAreaElement>(null);
  const toField = useRef(false);
  const toPosted = useRef(false);
  const asked = useRef(false);
  const answer = useAnswer({ courseId, promptId, meId: me.id }, held, () => {
    // What had waited goes by itself: only a focus that loses its place goes along.
    toPosted.current = asked.current || document.activeElement === field.current;
    setRevising(false);
  });
  const { mine, writing, isPosted } = answer;

  const editing = page.answers === "yes" && (!isPosted || revising || writing.changed);
  const { body, positionId } = editing
    ? writing.draft
    : { body: mine?.body ?? "", positionId: mine?.positionId ?? null };
  const citing = useCiting(courseId, page, {
    body,
    positionId,
    repliesWritten: repliesWritten(held.responses),
    held: mine,
  });
  const { standing } = citing;
  const next = useReadNext({
    courseId,
    promptId,
    wanted: page.answers === "yes" && page.hidden === null,
    open: view.view === "next",
  });
  const table = (next.table ?? []).map(({ response }) => response);
  const positions = [...page.positions, ...page.removedPositions];
  const known = [...held.responses, ...table];
  const { isUnread, see } = useUnread(courseId, known);
  const theClass = useClass({ responses: held.responses, positions: page.positions, view, isUnread });
  const open = view.view === "class" ? theClass.open : null;
  const drawn = view.view === "next" ? table : open ? [open.response] : [];
  useSeenResponses(drawn.map(({ id }) => id).filter(isUnread), see);

  const post = async () => {
    setConfirming(false);
    asked.current = true;
    await answer.post();
    asked.current = false;
  };
  // What one's own answer opens is there now, wherever and whenever it was posted.
  const opens = useRef(isPosted);
  const showOpened = useRef(held.refreshAndShow);
  showOpened.current = held.refreshAndShow;
  useEffect(() => {
    if (!isPosted || opens.current) return;
    opens.current = true;
    router.refresh();
    void showOpened.current();
  }, [isPosted, router]);
  const send = () => {
    if (!answer.canPost) return;
    if (standing.missing > 0) setConfirming(true);
    else void post();
  };
  const step = (by: 1 | -1) => setBrought(theClass.step(by));
  const write = () => {
    toField.current = true;
    view.go("write");
  };
  // The field is there once the tab, or the text in place of what was posted, has been drawn.
  useEffect(() => {
    if (!toField.current || !field.current) return;
    toField.current = false;
    field.current.focus();
  });
  // The field is gone with what was written in it: the focus goes to what stands in its place.
  useEffect(() => {
    const posted = toPosted.current && document.getElementById(POSTED_ANSWER);
    if (!posted) return;
    toPosted.current = false;
    posted.focus({ preventScroll: true });
    const { top, bottom } = posted.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) posted.scrollIntoView();
  });
  const keys = usePromptKeys({
    view,
    allowed,
    theClass,
    positions: page.positions,
    table: table.map((response) => response.id),
    writes: page.answers === "yes",
    waiting: held.waiting > 0,
    onShowWaiting: held.showWaiting,
    onWrite: write,
    onStep: step,
  });
  const person = { id: me.id, voice: { key: me.id, name: page.alias ?? me.name, role: me.role } };
  const answered = (id: string) => held.responses.some((each) => each.mine && each.parentId === id);

  return (
    <div className="desk" data-view={view.view === "class" ? "list" : view.view}>
      <main className="sheet" id="main">
        {children}
        <PromptTabs
          view={view}
          allowed={allowed}
          state={isPosted ? "posted" : mine ? "draft" : "none"}
          next={next.table && table.filter((response) => !answered(response.id)).length}
          posted={page.hidden ? null : postedOf(held.responses).length}
          waiting={held.waiting}
          onShowWaiting={held.showWaiting}
        />
        {view.view === "write" && (
          <AnswerSheet
            courseId={courseId}
            timeZone={timeZone}
            page={page}
            answer={answer}
            citing={citing}
            editing={editing}
            field={field}
            onRevise={() => {
              toField.current = true;
              setRevising(true);
            }}
            onSend={send}
          />
        )}
        {view.view === "other" && (
          <SteelmanSheet place={{ courseId, promptId, meId: me.id, positions: page.positions, timeZone }} />
        )}
        {view.view === "class" && (
          <ClassSheet
            page={page}
            theClass={theClass}
            view={view}
            timeZone={timeZone}
            isStaff={me.role === "instructor" || me.role === "assistant"}
            isUnread={isUnread}
            onBring={setBrought}
            onShown={held.refresh}
          />
        )}
      </main>
      {view.view === "next" && (
        <NextSheet
          courseId={courseId}
          timeZone={timeZone}
          me={person}
          page={page}
          positions={positions}
          responses={held}
          next={next}
          isUnread={isUnread}
        />
      )}
      <aside className="margin" aria-label={t(view.view === "class" ? "marginClass" : "marginWrite")}>
        {view.view !== "class" && (
          <>
            <div className="keep">
              {me.role === "student" && (
                <StancePanel
                  courseId={courseId}
                  me={me.id}
                  timeZone={timeZone}
                  initial={page.stances}
                  positions={page.positions}
                  readings={page.readings}
                />
              )}
              {(page.answers === "yes" || (page.answers === "closed" && mine)) && (
                <AnswerMargin
                  courseId={courseId}
                  page={page}
                  answer={answer}
                  citing={citing}
                  body={body}
                  editing={editing && view.view === "write"}
                  onPost={send}
                  onLeave={() => {
                    toPosted.current = true;
                    writing.takeTheirs();
                    setRevising(false);
                  }}
                />
              )}
            </div>
            {me.role === "student" && <OwnFlow courseId={courseId} initial={page.stances} />}
          </>
        )}
        {open && (
          <OpenResponse
            key={open.response.id}
            courseId={courseId}
            timeZone={timeZone}
            me={person}
            posted={open}
            positions={positions}
            isStaff={me.role === "instructor" || me.role === "assistant"}
            responses={held}
            wanted={brought === open.response.id}
            previous={theClass.hasPrevious ? () => step(-1) : null}
            next={theClass.hasNext ? () => step(1) : null}
          />
        )}
      </aside>
      <PostConfirm
        open={confirming}
        standing={standing}
        positions={positions}
        isPosted={isPosted}
        onPost={() => void post()}
        onClose={() => setConfirming(false)}
      />
      <PromptFoot
        meId={me.id}
        missing={page.answers === "yes" ? standing.missing : null}
        dueAt={page.prompt.dueAt}
        keys={keys.hints}
        line={line}
      />
      {keys.dialog}
    </div>
  );
}
