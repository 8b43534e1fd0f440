"use client";

import { CircleCheck, Highlighter } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useEffect, useState } from "react";
import { Prose } from "@/components/prose/prose";
import { useDesk } from "@/components/reading/desk-state";
import { type Comment, placeOf } from "@/components/reading/reader-types";
import { CommentHead } from "./comment-head";
import { CommentMenu } from "./comment-menu";
import { editDraftKey } from "./draft-keys";
import { EditForm } from "./edit-form";
import { EditedMark } from "./edited-mark";
import { forgetGivenBack, useGivenBack } from "./given-back";
import { MovedNote } from "./moved-note";
import { PassageQuote } from "./passage-quote";
import { PendingNote } from "./pending-note";

/** Read once: what is open, held or typed elsewhere in the reader is nothing to a comment's words. */
const Words = memo(Prose);

interface CommentItemProps {
  comment: Comment;
  /** The first comment of its thread. */
  root: Comment;
  /** In a thread that is not open: there is nothing to be done with it yet. */
  compact?: boolean;
}

/** One comment: who, when, what, and what may be done with it. */
export function CommentItem({ comment, root, compact = false }: CommentItemProps) {
  const t = useTranslations("comment");
  const { me } = useDesk();
  const editKey = editDraftKey(me.id, comment.id);
  const given = useGivenBack(editKey);
  const [wanted, setEditing] = useState(given !== null);
  const editing = wanted && !compact;
  useEffect(() => {
    if (given) setEditing(true);
  }, [given]);
  if (comment.deleted) return <p className="soft tomb">{t("tombstone")}</p>;
  const done = () => {
    forgetGivenBack(editKey);
    setEditing(false);
    // The box that had the focus is gone: the button it was opened with takes it.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-more="${comment.id}"]`)?.focus({ preventScroll: true }),
    );
  };
  return (
    <>
      <CommentHead comment={comment}>
        {!editing && !compact && (
          <CommentMenu comment={comment} root={root} onEdit={() => setEditing(true)} />
        )}
      </CommentHead>
      {comment.moved && comment.id === root.id && <MovedNote moved={comment.moved} />}
      {root.answerId === comment.id && (
        <p className="ans">
          <CircleCheck className="i s" aria-hidden />
          {t("isAnswer")}
        </p>
      )}
      {editing ? (
        <EditForm key={given?.times} comment={comment} given={given} onDone={done} />
      ) : (
        <Body comment={comment} onNote={compact ? undefined : () => setEditing(true)} />
      )}
      {comment.editedAt && !editing && <EditedMark comment={comment} />}
      {comment.pending && <PendingNote comment={comment} />}
    </>
  );
}

function Body({ comment, onNote }: { comment: Comment; onNote: (() => void) | undefined }) {
  const t = useTranslations("comment");
  const { courseId, me, may } = useDesk();
  if (comment.body !== "") {
    return (
      <Words
        text={comment.body}
        citations={comment.citations}
        mentions={comment.mentions}
        meKey={me.key}
        courseId={courseId}
      />
    );
  }
  return (
    <div className="own-mark">
      <PassageQuote place={placeOf(comment)} />
      <p className="soft">
        <Highlighter className="i s" aria-hidden />
        {t("highlight")}
        {onNote && may("comment.edit", comment) && (
          <button type="button" className="link" onClick={onNote}>
            {t("addNote")}
          </button>
        )}
      </p>
    </div>
  );
}
