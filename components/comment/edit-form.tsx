"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { useDraft } from "@/components/trpc/use-draft";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { SignalPicker } from "./signal-picker";
import { useCommentWrites } from "./use-comment-writes";
import { WritingBox } from "./writing-box";

interface EditFormProps {
  comment: Comment;
  onDone: () => void;
}

/** Edits a comment. When it changed meanwhile, both texts are shown and the person says which stays. */
export function EditForm({ comment, onDone }: EditFormProps) {
  const t = useTranslations("comment");
  const refusal = useRefusal();
  const { courseId, me } = useDesk();
  const { edit } = useCommentWrites();
  const [text, setText, draft] = useDraft(`${me.id}.edit.${comment.id}`, comment.body);
  const [signal, setSignal] = useState(comment.signal);
  const [version, setVersion] = useState(comment.version);
  const [newer, setNewer] = useState<{ version: number; text: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const done = () => {
    draft.clear();
    onDone();
  };
  const send = () => {
    setProblem(null);
    edit.mutate(
      { courseId, edit: { id: comment.id, version, signal, body: text } },
      {
        onSuccess: done,
        onError: (error) => {
          const refused = refusalIn(error);
          if (refused?.code === "stale") setNewer(refused.current);
          setProblem(refusal(error));
        },
      },
    );
  };
  return (
    <WritingBox
      label={t("editLabel")}
      submit={t("save")}
      text={text}
      onText={setText}
      onSubmit={send}
      keptAt={draft.keptAt}
      problem={problem}
      pending={edit.isPending}
      autoFocus
      fields={
        <>
          {newer && (
            <div className="note">
              <div>
                <b>{t("newer")}</b>
                <p>{newer.text}</p>
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setVersion(newer.version);
                    setNewer(null);
                    setProblem(null);
                  }}
                >
                  {t("keepMine")}
                </button>
                <button
                  type="button"
                  className="btn bare"
                  onClick={() => {
                    setText(newer.text);
                    setVersion(newer.version);
                    setNewer(null);
                    setProblem(null);
                  }}
                >
                  {t("takeTheirs")}
                </button>
              </div>
            </div>
          )}
          {comment.parentId === null && <SignalPicker value={signal} onChange={setSignal} />}
        </>
      }
      acts={
        <button type="button" className="btn bare" onClick={done}>
          {t("cancel")}
        </button>
      }
    />
  );
}
