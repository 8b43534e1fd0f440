"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFreshIn, useShowWaiting } from "@/components/live/live-provider";
import { useThread } from "@/components/reading/data/use-thread";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment, Head } from "@/components/reading/reader-types";
import { CommentItem } from "./comment-item";
import { Reactions } from "./reactions";
import { ReplyForm } from "./reply-form";
import { TypingNote } from "./typing-note";

/** Replies that are drawn as empty lines until they are there; more would be a wall. */
const BONES = [1, 2, 3, 4, 5, 6];

/** The thread that is held: all of it, and the place to reply. What is long scrolls above the box, never the box away. */
export function OpenThread({ head, root }: { head: Head; root: Comment }) {
  const t = useTranslations("comment");
  const { may, me } = useDesk();
  const { comments, seenThrough, loading, failed, again } = useThread(root.id, head.root);
  const show = useShowWaiting();
  const body = useRef<HTMLDivElement>(null);
  const replies = comments.slice(1);
  const fresh = useFreshIn(root.id);
  const isUnread = ({ author, createdAt, pending }: Comment) =>
    !pending && author.key !== me.key && createdAt > (seenThrough ?? "");
  const firstUnread = replies.find(isUnread)?.id;

  // Opened, it shows where reading goes on.
  const arrived = useRef(false);
  useEffect(() => {
    if (loading || comments.length === 0 || arrived.current) return;
    arrived.current = true;
    const item = firstUnread && document.getElementById(`r-${firstUnread}`);
    if (item && body.current) body.current.scrollTop = item.offsetTop - body.current.offsetTop - 40;
  }, [comments.length, firstUnread, loading]);

  return (
    <>
      <div className="thread-body" ref={body}>
        <CommentItem comment={root} root={root} />
        {!root.deleted && (
          <footer>
            <Reactions comment={root} />
          </footer>
        )}
        {loading && <Bones count={head.replies} />}
        {failed && (
          <p className="queue refused" role="alert">
            {t("threadFailed")}
            <button type="button" onClick={again}>
              {t("again")}
            </button>
          </p>
        )}
        {replies.length > 0 && (
          <ol className="rep" aria-label={t("replyList")}>
            {replies.map((reply) => (
              <li key={reply.id} id={`r-${reply.id}`} className={isUnread(reply) ? "unread" : undefined}>
                {isUnread(reply) && <span className="vh">{t("isUnread")}</span>}
                <CommentItem comment={reply} root={root} />
                {!reply.deleted && (
                  <footer>
                    <Reactions comment={reply} />
                  </footer>
                )}
              </li>
            ))}
          </ol>
        )}
        {fresh > 0 && (
          <button
            type="button"
            className="btn new-replies"
            onClick={() => {
              show(root.id);
              // The button goes: the thread keeps the focus.
              document.getElementById(`t-${root.id}`)?.focus({ preventScroll: true });
            }}
          >
            <span className="sq wait" aria-hidden />
            {t("newReplies", { count: fresh })}
          </button>
        )}
      </div>
      <TypingNote threadId={root.id} />
      {may("comment.reply", root) && <ReplyForm key={root.id} root={root} />}
    </>
  );
}

function Bones({ count }: { count: number }) {
  const t = useTranslations("comment");
  return (
    <div className="rep bones" role="status" aria-label={t("loadingReplies")}>
      {BONES.slice(0, count).map((bone) => (
        <div key={bone}>
          <i className="bone" />
          <i className="bone" />
        </div>
      ))}
    </div>
  );
}
