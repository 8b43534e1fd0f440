"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { editDraftKey } from "./draft-keys";
import type { GivenBack } from "./given-back";
import { SignalPicker } from "./signal-picker";
import { useWrites } from "./use-writes";
import { WritingBox } from "./writing-box";

interface EditFormProps {
  comment: Comment;
  /** An edit that was turned away and came back. */
  given: GivenBack | null;
  onDone: () => void;
}

/** Edits a comment. When it changed meanwhile, both texts are shown and the person says which stays. */
export function EditForm({ comment, given, onDone }: EditFormProps) {
  const t = useTranslations("comment");
  const { me, announce } = useDesk();
  const { edit } = useWrites();
  /** What the edit is made on. */
  const [base, setBase] = useState({ version: comment.version, body: comment.body });
  const [text, setText, draft] = useDraft(editDraftKey(me.id, comment.id), base.body);
  const [signal, setSignal] = useState(given ? given.signal : comment.signal);
  const isChanged = text !== base.body || signal !== comment.signal;
  const newest =
    given?.newer && given.newer.version > comment.version
      ? given.newer
      : { version: comment.version, text: comment.body };
  const isBehind = newest.version > base.version && newest.text !== text;

  useEffect(() => {
    if (newest.version > base.version && !isChanged) setBase({ version: newest.version, body: newest.text });
  }, [newest.version, newest.text, base.version, isChanged]);

  const done = () => {
    draft.clear();
    onDone();
  };
  const send = async () => {
    if (isChanged) {
      const version = Math.max(base.version, newest.version);
      await edit({ id: comment.id, version, signal, body: text }, comment);
      announce(t("edited"));
    }
    done();
  };
  return (
    <WritingBox
      label={t(comment.body === "" ? "noteLabel" : "editLabel")}
      submit={t("save")}
      text={text}
      former={{ text: comment.body, targets: comment.citations }}
      onText={setText}
      onSubmit={send}
      draft={draft}
      canSend={!isBehind}
      // Closed without a word said about it, the draft stays.
      onEscape={onDone}
      autoFocus
      fields={
        <>
          {isBehind && (
            <div className="newer" role="alert">
              <b>{t("newer")}</b>
              <p dir="auto">{newest.text}</p>
              <p className="acts">
                <button
                  type="button"
                  className="btn"
                  onClick={() => setBase({ version: newest.version, body: newest.text })}
                >
                  {t("keepMine")}
                </button>
                <button
                  type="button"
                  className="btn bare"
                  onClick={() => {
                    setBase({ version: newest.version, body: newest.text });
                    setText(newest.text);
                  }}
                >
                  {t("takeTheirs")}
                </button>
              </p>
            </div>
          )}
          {comment.parentId === null && comment.body !== "" && (
            <div className="wfields">
              <SignalPicker value={signal} onChange={setSignal} />
            </div>
          )}
        </>
      }
      acts={
        <button type="button" className="btn bare" onClick={done}>
          {t(isChanged ? "dropChanges" : "cancel")}
        </button>
      }
    />
  );
}
