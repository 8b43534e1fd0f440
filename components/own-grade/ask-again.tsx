"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { whetherOnline } from "@/components/grading/whether-online";
import { Prose } from "@/components/prose/prose";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { Moment } from "@/components/ui/moment";
import { MAX_REQUEST } from "@/domain/grading/grade";
import type { Own } from "./shapes";

interface Props {
  courseId: string;
  /** Whose words these are: what is kept on the device is theirs. */
  meId: string;
  assignmentId: string;
  requests: Own["grade"]["requests"];
  waiting: boolean;
  timeZone: string;
}

/** Asking for another look at a grade, and what came of it: one thread. */
export function AskAgain({ courseId, meId, assignmentId, requests, waiting, timeZone }: Props) {
  const t = useTranslations("grade.own.ask");
  const trpc = useTRPC();
  const problem = useRefusal();
  const [thread, setThread] = useState({ requests, waiting });
  const [body, setBody, draft] = useDraft(`grade-ask.${meId}.${assignmentId}`);
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  /** The form goes, and its focus with it. */
  const close = () => {
    setOpen(false);
    heading.current?.focus();
  };
  const ask = useMutation(
    trpc.grade.ask.mutationOptions({
      ...whetherOnline,
      onSuccess: (said) => {
        draft.clear();
        setThread({ requests: said, waiting: true });
        close();
      },
    }),
  );
  const isWriting = isOpen || body !== "";
  const isEmpty = body.trim() === "";
  return (
    <section aria-labelledby="ask" className="og-ask">
      <h2 className="h-sec" id="ask" ref={heading} tabIndex={-1}>
        {t("title")}
      </h2>
      {thread.requests.length > 0 && (
        <ol className="og-changes">
          {thread.requests.map((said) => (
            <li key={said.id}>
              <p className="faint">
                <b>
                  <bdi>{said.staff?.name ?? t("you")}</bdi>
                </b>{" "}
                <Moment at={said.at} timeZone={timeZone} show="short" />
              </p>
              <div className="src">
                <Prose text={said.body} citations={[]} courseId={courseId} />
              </div>
            </li>
          ))}
        </ol>
      )}
      <p role="status" className="soft">
        {thread.waiting && t("waiting")}
      </p>
      {isWriting ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isEmpty && !ask.isPending) ask.mutate({ courseId, assignmentId, id: draft.id(), body });
          }}
        >
          <label className="fl" htmlFor="ask-words">
            {t("label")}
          </label>
          <textarea
            id="ask-words"
            className="input src"
            dir="auto"
            rows={4}
            maxLength={MAX_REQUEST}
            value={body}
            ref={field}
            // It stays while somebody is in it, emptied or not.
            onFocus={() => setOpen(true)}
            onChange={(event) => setBody(event.target.value)}
          />
          {ask.error && (
            <p role="alert" className="err">
              {refusalIn(ask.error)?.code === "not-found" ? t("takenBack") : problem(ask.error)}
            </p>
          )}
          <p className="row-acts">
            <button type="submit" className="btn go" aria-disabled={isEmpty || ask.isPending || undefined}>
              {t("send")}
            </button>
            <button
              type="button"
              className="btn bare"
              onClick={() => {
                draft.clear();
                close();
              }}
            >
              {t("leave")}
            </button>
          </p>
        </form>
      ) : (
        <p className="row-acts">
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            {t(thread.requests.length > 0 ? "more" : "open")}
          </button>
        </p>
      )}
    </section>
  );
}
