"use client";

import { Ellipsis, Lock, Pencil, Trash2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Prose } from "@/components/prose/prose";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Avatar } from "@/components/ui/avatar";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Moment } from "@/components/ui/moment";
import { EditForm } from "./edit-form";
import { SignalMark } from "./signal-mark";
import { useCommentWrites } from "./use-comment-writes";

/** One comment: who, when, what, and what may be done with it. */
export function CommentItem({ comment }: { comment: Comment }) {
  const t = useTranslations("comment");
  const roles = useTranslations("roles");
  const { courseId, page, staff } = useDesk();
  const [editing, setEditing] = useState(false);
  const { author } = comment;
  const isStaff = author.role === "instructor" || author.role === "assistant";
  const group = staff && page.discussion.groups.find((candidate) => candidate.id === comment.groupId)?.name;
  if (comment.deleted) return <p className="soft tomb">{t("tombstone")}</p>;
  return (
    <>
      <header>
        <Avatar name={author.name} staff={isStaff} me={comment.mine} />
        <b>
          <bdi>{author.name}</bdi>
        </b>
        {isStaff && <span className="role">{roles(author.role)}</span>}
        {comment.signal && <SignalMark signal={comment.signal} />}
        {comment.audience !== "group" && (
          <span className="only" title={t(`audiences.${comment.audience}`)}>
            <Lock className="i" aria-hidden />
            <span className="vh">{t(`audiences.${comment.audience}`)}</span>
          </span>
        )}
        {group && (
          <span className="only">
            <Users className="i" aria-hidden />
            {group}
          </span>
        )}
        {comment.pending ? (
          <time>{t("sending")}</time>
        ) : (
          <Moment at={comment.createdAt} timeZone={page.timeZone} show="short" />
        )}
        <Acts comment={comment} onEdit={() => setEditing(true)} />
      </header>
      {editing ? (
        <EditForm comment={comment} onDone={() => setEditing(false)} />
      ) : (
        <Prose text={comment.body} citations={comment.citations} courseId={courseId} />
      )}
      {comment.editedAt && !editing && <p className="faint edited">{t("wasEdited")}</p>}
    </>
  );
}

function Acts({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const t = useTranslations("comment");
  const ui = useTranslations("ui");
  const refusal = useRefusal();
  const { courseId } = useDesk();
  const { remove } = useCommentWrites();
  const [asking, setAsking] = useState(false);
  if (!comment.can.edit && !comment.can.delete) return null;
  return (
    <span className="acts">
      <Menu
        trigger={
          <button type="button" className="mb" aria-label={t("more")}>
            <Ellipsis className="i" aria-hidden />
          </button>
        }
      >
        {comment.can.edit && (
          <MenuItem onSelect={onEdit}>
            <Pencil className="i" aria-hidden />
            {t("edit")}
          </MenuItem>
        )}
        {comment.can.delete && (
          <MenuItem onSelect={() => setAsking(true)} danger>
            <Trash2 className="i" aria-hidden />
            {t("delete")}
          </MenuItem>
        )}
      </Menu>
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
              remove.mutate(
                { courseId, id: comment.id },
                { onError: (error) => toast.error(refusal(error)) },
              );
            }}
          >
            {t("delete")}
          </button>
        </div>
      </Dialog>
    </span>
  );
}
