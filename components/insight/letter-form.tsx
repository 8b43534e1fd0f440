"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Note } from "@/components/ui/note";
import { MOST_NAMES, namesIn } from "@/domain/notification/letter";
import { isAsSent } from "./letter-parts";
import { LetterPreview } from "./letter-preview";
import type { StudentBehind } from "./shapes";

interface LetterFormProps {
  courseId: string;
  meId: string;
  to: readonly StudentBehind[];
  onSent: () => void;
}

const NAME = "{name}";
const LONGEST = 10_000;

/** A letter to each of those chosen, alone. It is kept on this device until it has gone. */
export function LetterForm({ courseId, meId, to, onSent }: LetterFormProps) {
  const t = useTranslations("insight.letter");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody, draft] = useDraft(`${meId}.letter.${courseId}`);
  const [sent, setSent] = useState<{ count: number; before: boolean } | null>(null);
  const send = useMutation(
    trpc.letter.send.mutationOptions({
      onSuccess: (stands, { letter }) => {
        draft.clear(letter.body);
        const before = !isAsSent(stands, letter);
        setSent({ count: stands.to, before });
        // What was changed has not gone: it stays, as something new.
        if (before) setBody(letter.body);
        else onSent();
      },
    }),
  );
  const hasTooManyNames = namesIn(body) > MOST_NAMES;
  const isWhole = body.trim() !== "" && body.length <= LONGEST && !hasTooManyNames;
  const ready = to.length > 0 && isWhole && !send.isPending;
  const submit = () => {
    if (!ready) return;
    setSent(null);
    send.mutate({ courseId, letter: { id: draft.id(), to: to.map((each) => each.id), body } });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    submit();
  };
  const insertName = () => {
    const at = field.current;
    const [start, end] = at ? [at.selectionStart, at.selectionEnd] : [body.length, body.length];
    setBody(body.slice(0, start) + NAME + body.slice(end));
    requestAnimationFrame(() => {
      at?.focus();
      at?.setSelectionRange(start + NAME.length, start + NAME.length);
    });
  };
  return (
    <>
      <form
        className="write letter"
        aria-busy={send.isPending}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="kept">
          <HardDrive className="i s" aria-hidden />
          <label htmlFor={id}>
            <b>{t("title")}</b>
          </label>{" "}
          {body === "" || draft.keptAt ? t("kept") : !draft.kept && t("notKept")}
        </p>
        <textarea
          id={id}
          ref={field}
          className="ta"
          rows={5}
          value={body}
          maxLength={LONGEST}
          readOnly={send.isPending}
          placeholder={t("placeholder", { mark: NAME })}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setBody(event.target.value);
            setSent(null);
          }}
          onKeyDown={onKey}
        />
        {body.trim() !== "" && to.length > 0 && <LetterPreview to={to} body={body} />}
        {hasTooManyNames && (
          <p className="err" role="alert">
            <CircleAlert className="i" aria-hidden />
            {t("tooManyNames", { most: MOST_NAMES, mark: NAME })}
          </p>
        )}
        {send.error && (
          <p className="err" role="alert">
            <CircleAlert className="i" aria-hidden />
            {refusal(send.error)}
          </p>
        )}
        <div className="wbar">
          <button type="button" className="btn bare" disabled={send.isPending} onClick={insertName}>
            {t("insertName")}
          </button>
          <button type="submit" className="btn go" aria-disabled={!ready}>
            {send.isPending ? t("sending", { count: to.length }) : t("send", { count: to.length })}{" "}
            <kbd>⌘↵</kbd>
          </button>
        </div>
        <p className="faint hint" id={`${id}-hint`}>
          {to.length === 0 ? t("choose") : t("alone")}
        </p>
      </form>
      <output className="letter-sent">
        {sent && (
          <Note kind={sent.before ? "now" : "ok"}>
            {t(sent.before ? "sentBefore" : "sent", { count: sent.count })}
          </Note>
        )}
      </output>
    </>
  );
}
