"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFreshIn, useShowWaiting } from "@/components/live/live-provider";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment, Head } from "@/components/reading/reader-types";
import { useTRPC } from "@/components/trpc/client";
import { Reactions } from "./reactions";

interface ThreadFootProps {
  head: Head;
  root: Comment;
  onOpen: () => void;
}

/** Under a thread that is not open: how much it holds, what is new in it, and what others say of it. */
export function ThreadFoot({ head, root, onOpen }: ThreadFootProps) {
  const t = useTranslations("comment");
  const { may } = useDesk();
  const show = useShowWaiting();
  const { replies, unread } = head;
  const fresh = useFreshIn(root.id);
  const isOpenQuestion = root.signal === "question" && !root.answerId && !root.deleted;
  const opensToReply = replies === 0 && root.body !== "" && may("comment.reply", root);
  const isOnItsWay = root.pending && replies === 0;
  return (
    <>
      {root.answerId && <Answered root={root} />}
      <footer>
        {!isOnItsWay && (
          <button type="button" aria-expanded={false} onClick={onOpen}>
            {opensToReply ? t("openToReply") : t("replies", { count: replies })}
          </button>
        )}
        {!root.deleted && <Reactions comment={root} compact />}
        {fresh > 0 ? (
          <button
            type="button"
            className="newr"
            onClick={() => {
              onOpen();
              show(root.id);
            }}
          >
            {t("newReplies", { count: fresh })}
          </button>
        ) : unread > 0 && replies > 0 ? (
          <span className="newr">{t("unread", { count: unread })}</span>
        ) : (
          isOpenQuestion && <span className="open">{t("noAnswer")}</span>
        )}
      </footer>
    </>
  );
}

/** Who gave the answer is known once the thread has been opened; it is not worth a request before. */
function Answered({ root }: { root: Comment }) {
  const t = useTranslations("comment");
  const trpc = useTRPC();
  const { courseId } = useDesk();
  const { data } = useQuery(
    trpc.comment.thread.queryOptions({ courseId, threadId: root.id }, { enabled: false }),
  );
  const answer = data?.comments.find((comment) => comment.id === root.answerId);
  return (
    <p className="ans">
      <CircleCheck className="i s" aria-hidden />
      <span>
        {answer
          ? t.rich("answeredBy", { name: () => <bdi>{answer.author.name || t("someone")}</bdi> })
          : t("answered")}
      </span>
    </p>
  );
}
