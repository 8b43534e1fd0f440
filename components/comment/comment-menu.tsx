"use client";

import {
  CheckCheck,
  CircleCheck,
  Ellipsis,
  Link,
  Pencil,
  Pin,
  PinOff,
  Quote,
  Trash2,
  Undo,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useCommentActs } from "./use-comment-acts";

interface CommentMenuProps {
  comment: Comment;
  root: Comment;
  onEdit: () => void;
}

/** Everything that can be done with a comment, under one button. */
export function CommentMenu({ comment, root, onEdit }: CommentMenuProps) {
  const t = useTranslations("comment");
  const ui = useTranslations("ui");
  const { may } = useDesk();
  const acts = useCommentActs(comment, root);
  const [asking, setAsking] = useState<boolean | null>(null);
  // The menu gives the focus back to its button first: what opens then finds its way back there.
  const afterMenu = (open: () => void) => () => setTimeout(open, 0);
  const canEdit = may("comment.edit", comment);
  const { resolve, pin, answer, remove, copyLink, cite } = acts;
  if (!canEdit && ![resolve, pin, answer, remove, copyLink, cite].some(Boolean)) return null;
  return (
    <span className="acts">
      <Menu
        trigger={
          <button
            type="button"
            className="mb"
            data-more={comment.id}
            aria-label={t("moreOf", { name: comment.author.name || t("someone") })}
          >
            <Ellipsis className="i" aria-hidden />
          </button>
        }
      >
        {canEdit && (
          <MenuItem onSelect={afterMenu(onEdit)}>
            <Pencil className="i" aria-hidden />
            {t(comment.body === "" ? "addNote" : "edit")}
          </MenuItem>
        )}
        {answer && (
          <MenuItem onSelect={answer}>
            <CircleCheck className="i" aria-hidden />
            {t(acts.isAnswer ? "unmarkAnswer" : "markAnswer")}
          </MenuItem>
        )}
        {resolve && (
          <MenuItem onSelect={resolve}>
            {comment.resolved ? <Undo className="i" aria-hidden /> : <CheckCheck className="i" aria-hidden />}
            {t(comment.resolved ? "takeUpAgain" : "resolve")}
          </MenuItem>
        )}
        {pin && (
          <MenuItem onSelect={pin}>
            {comment.pinned ? <PinOff className="i" aria-hidden /> : <Pin className="i" aria-hidden />}
            {t(comment.pinned ? "unpin" : "pin")}
          </MenuItem>
        )}
        {copyLink && (
          <MenuItem onSelect={copyLink}>
            <Link className="i" aria-hidden />
            {t("copyLink")}
          </MenuItem>
        )}
        {cite && (
          <MenuItem onSelect={cite}>
            <Quote className="i" aria-hidden />
            {t("cite")}
          </MenuItem>
        )}
        {remove && (
          <MenuItem onSelect={afterMenu(() => setAsking(true))} danger>
            <Trash2 className="i" aria-hidden />
            {t("delete")}
          </MenuItem>
        )}
      </Menu>
      {asking !== null && (
        <Dialog title={t("deleteTitle")} description={t("deleteHint")} open={asking} onOpenChange={setAsking}>
          <div className="acts">
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {ui("cancel")}
            </button>
            <button
              type="button"
              className="btn danger"
              onClick={() => {
                setAsking(false);
                remove?.();
              }}
            >
              {t("delete")}
            </button>
          </div>
        </Dialog>
      )}
    </span>
  );
}
