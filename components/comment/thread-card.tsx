"use client";

import { useTranslations } from "next-intl";
import { useDesk } from "@/components/reading/desk-state";
import type { CommentThread } from "@/components/reading/reader-types";
import { CommentItem } from "./comment-item";
import { ReplyForm } from "./reply-form";
import { signalLook } from "./signal-mark";

interface ThreadCardProps {
  thread: CommentThread;
  /** Where it stands in the margin; undefined until it has been measured. */
  top: number | undefined;
  /** Belongs to the paragraph that a narrow screen shows. */
  inSheet: boolean;
}

/** A thread: its first comment, and, when it is held, the replies and the place to write one. */
export function ThreadCard({ thread, top, inSheet }: ThreadCardProps) {
  const t = useTranslations("comment");
  const { held, hold } = useDesk();
  const { root, replies } = thread;
  const isHeld = held === root.id;
  const mark = root.signal ? signalLook[root.signal].mark : "";
  const answers = replies.filter((reply) => !reply.deleted).length;
  return (
    <article
      className={`th ${mark} ${isHeld ? "held" : ""} ${root.pending ? "wait" : ""} ${inSheet ? "in-sheet" : ""}`}
      id={`t-${root.id}`}
      aria-label={t("by", { name: root.author.name })}
      aria-current={isHeld || undefined}
      style={{ top, visibility: top === undefined ? "hidden" : undefined }}
      tabIndex={-1}
    >
      <CommentItem comment={root} />
      {isHeld ? (
        <>
          {replies.length > 0 && (
            <ol className="rep">
              {replies.map((reply) => (
                <li key={reply.id}>
                  <CommentItem comment={reply} />
                </li>
              ))}
            </ol>
          )}
          {root.can.reply && <ReplyForm key={root.id} parent={root} />}
        </>
      ) : (
        <footer>
          <button type="button" onClick={() => hold(root.id)}>
            {root.can.reply && answers === 0 ? t("openToReply") : t("replies", { count: answers })}
          </button>
          {root.signal === "question" && answers === 0 && <span className="open">{t("noAnswer")}</span>}
        </footer>
      )}
    </article>
  );
}
