"use client";

import { Lock, Pin, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { Avatar } from "@/components/ui/avatar";
import { Moment } from "@/components/ui/moment";
import { SignalMark } from "./signal-mark";

interface CommentHeadProps {
  comment: Comment;
  /** What can be done with it. */
  children: ReactNode;
}

/** Who wrote it, as what, for whom, and when. */
export function CommentHead({ comment, children }: CommentHeadProps) {
  const t = useTranslations("comment");
  const roles = useTranslations("roles");
  const { page, staff, me } = useDesk();
  const { author, audience } = comment;
  const isStaff = author.role === "instructor" || author.role === "assistant";
  // A reply goes where its thread goes.
  const isRoot = comment.id === comment.threadId;
  const group =
    isRoot && staff && page.discussion.groups.find((candidate) => candidate.id === comment.groupId)?.name;
  return (
    <header>
      <Avatar name={author.name} staff={isStaff} me={author.key !== "" && author.key === me.key} />
      <b>
        <bdi>{author.name || t("someone")}</bdi>
      </b>
      {author.alias && (
        <span className="alias">
          <span className="vh">{t("alias")} </span>
          <bdi>{author.alias}</bdi>
        </span>
      )}
      {isStaff && <span className="role">{roles(author.role)}</span>}
      {comment.pinned && (
        <span className="role">
          <Pin className="i" aria-hidden />
          {t("pinned")}
        </span>
      )}
      {comment.signal && <SignalMark signal={comment.signal} />}
      {isRoot && audience !== "group" && (
        <span className="only" title={t(`audiences.${audience}`)}>
          <Lock className="i" aria-hidden />
          <span className="vh">{t(`audiences.${audience}`)}</span>
        </span>
      )}
      {group && (
        <span className="only">
          <Users className="i" aria-hidden />
          {group}
        </span>
      )}
      <Moment at={new Date(comment.createdAt)} timeZone={page.timeZone} show="short" />
      {children}
    </header>
  );
}
